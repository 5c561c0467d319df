// Fast chance: xoshiro256++ (Blackman and Vigna 2019), normals by the polar method, gammas by Marsaglia and Tsang (2000),
// and the laws of parameters and severity that garrison has.
#pragma once
#include <algorithm>
#include <cmath>
#include <cstdint>

class Chance {
 public:
  /** One generator for each replication, so that replications are the same in whatever order they run. */
  void seed(std::uint64_t seed, std::uint64_t replication) {
    std::uint64_t state = seed * 0x9e3779b97f4a7c15ull ^ (replication + 1) * 0xd1342543de82ef95ull;
    for (std::uint64_t& word : words) {
      state += 0x9e3779b97f4a7c15ull;
      std::uint64_t z = state;
      z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
      z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
      word = z ^ (z >> 31);
    }
    hasNormal = false;
  }

  /** In (0, 1). */
  double uniform() { return ((next() >> 11) + 0.5) * 0x1.0p-53; }
  double exponential() { return -std::log(uniform()); }

  double normal() {
    if (hasNormal) {
      hasNormal = false;
      return spare;
    }
    double x, y, square;
    do {
      x = 2 * uniform() - 1;
      y = 2 * uniform() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square == 0);
    const double scale = std::sqrt(-2 * std::log(square) / square);
    spare = y * scale;
    hasNormal = true;
    return x * scale;
  }

  /** Shape at least 1, which the shapes of every PERT law are. */
  double gamma(double shape) {
    const double d = shape - 1.0 / 3;
    const double c = 1 / std::sqrt(9 * d);
    for (;;) {
      const double x = normal();
      const double root = 1 + c * x;
      if (root <= 0) continue;
      const double v = root * root * root;
      const double u = uniform();
      if (u < 1 - 0.0331 * x * x * x * x) return d * v;
      if (std::log(u) < 0.5 * x * x + d * (1 - v + std::log(v))) return d * v;
    }
  }

  double beta(double a, double b) {
    const double x = gamma(a);
    return x / (x + gamma(b));
  }

  /** P(k) ∝ k^−alpha on 1 … max: Devroye's rejection (1986, X.6.1). */
  int zeta(double alpha, int max) {
    const double exponent = alpha - 1;
    const double b = std::exp2(exponent);
    const double least = std::pow(max + 1.0, -exponent);
    for (;;) {
      const double u = least + (1 - least) * uniform();
      const double k = std::min<double>(max, std::floor(std::pow(u, -1 / exponent)));
      const double rise = std::expm1(exponent * std::log1p(1 / k));
      if (uniform() * k * rise / (b - 1) <= (1 + rise) / b) return static_cast<int>(k);
    }
  }

  /** By inversion; `none` is the probability of 0, worked out once by the caller. */
  int negativeBinomial(double mean, double size, double none) {
    const double u = uniform();
    if (u <= none) return 0;
    const double ratio = mean / (mean + size);
    double probability = none;
    double reached = none;
    int count = 0;
    while (reached < u && (count < mean || probability > 1e-18)) {
      probability *= (count + size) / (count + 1) * ratio;
      reached += probability;
      count++;
    }
    return count;
  }

 private:
  std::uint64_t words[4];
  double spare = 0;
  bool hasNormal = false;

  static std::uint64_t turn(std::uint64_t x, int bits) { return (x << bits) | (x >> (64 - bits)); }
  std::uint64_t next() {
    const std::uint64_t result = turn(words[0] + words[3], 23) + words[0];
    const std::uint64_t t = words[1] << 17;
    words[2] ^= words[0];
    words[3] ^= words[1];
    words[1] ^= words[2];
    words[0] ^= words[3];
    words[2] ^= t;
    words[3] = turn(words[3], 45);
    return result;
  }
};
