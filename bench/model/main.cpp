// The core of garrison's model in C++, to hold garrison against. Usage:
//   core MODEL rows REPLICATIONS SEED   means, variances and fourth moments of every outcome
//   core MODEL rate REPLICATIONS SEED   replications per second of processor time, after a fifth as many to warm up
//   core MODEL columns REPLICATIONS SEED attacks, person-attacks and killed, a line a replication
//   core MODEL least REPLICATIONS SEED  the same, counting attacks and casualties only
#include <cstdio>
#include <cstring>
#include <ctime>
#include <string>

#include "core.hpp"

template <bool Everything>
static void rate(const Scenario& scenario, long replications, long seed) {
  Core<Everything> core(scenario);
  const std::size_t width = core.row.size();
  std::vector<double> rows(width * replications);
  for (long r = 0; r < replications / 5; r++) core.run(seed, r);
  const std::clock_t start = std::clock();
  for (long r = 0; r < replications; r++) {
    core.run(seed, r);
    std::memcpy(&rows[r * width], core.row.data(), width * sizeof(double));
  }
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  double attacks = 0;
  for (long r = 0; r < replications; r++) attacks += rows[r * width];
  std::printf("{\"replicationsPerSecond\": %.1f, \"attacks\": %.6g}\n", replications / seconds, attacks / replications);
}

static void moments(const Scenario& scenario, long replications, long seed) {
  Core<true> core(scenario);
  const std::size_t width = core.row.size();
  std::vector<double> rows(width * replications);
  for (long r = 0; r < replications; r++) {
    core.run(seed, r);
    std::memcpy(&rows[r * width], core.row.data(), width * sizeof(double));
  }
  std::printf("{\"candidates\": %.6g", static_cast<double>(core.candidates) / replications);
  for (std::size_t i = 0; i < width; i++) {
    double mean = 0, second = 0, fourth = 0;
    for (long r = 0; r < replications; r++) mean += rows[r * width + i] / replications;
    for (long r = 0; r < replications; r++) {
      const double square = (rows[r * width + i] - mean) * (rows[r * width + i] - mean);
      second += square / replications, fourth += square * square / replications;
    }
    if (std::isfinite(mean))
      std::printf(",\n\"%s\": [%.17g, %.17g, %.17g]", core.names[i].c_str(), mean, second, fourth);
  }
  std::printf("}\n");
}

static void columns(const Scenario& scenario, long replications, long seed) {
  Core<false> core(scenario);
  auto placeOf = [&](const char* name) {
    return std::find(core.names.begin(), core.names.end(), name) - core.names.begin();
  };
  const auto attacks = placeOf("attacks"), persons = placeOf("personAttacks"), killed = placeOf("killed");
  for (long r = 0; r < replications; r++) {
    core.run(seed, r);
    std::printf("%.0f %.0f %.0f\n", core.row[attacks], core.row[persons], core.row[killed]);
  }
}

int main(int argc, char** argv) {
  if (argc != 5) {
    std::fprintf(stderr, "usage: core MODEL rows|columns|rate|least REPLICATIONS SEED\n");
    return 1;
  }
  const Scenario scenario = readScenario(argv[1]);
  const std::string what = argv[2];
  const long replications = std::atol(argv[3]), seed = std::atol(argv[4]);
  if (what == "rows") moments(scenario, replications, seed);
  else if (what == "columns") columns(scenario, replications, seed);
  else if (what == "rate") rate<true>(scenario, replications, seed);
  else rate<false>(scenario, replications, seed);
}
