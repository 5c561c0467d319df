// One replication of garrison's model, as fast as we know how in C++: what happens by date is worked out once and read as
// a list; between its dates attacks come by Ogata's thinning with one waiting time for all actors, and what decays is
// brought up once a candidate. `Everything` adds what garrison keeps beside counts: integrated rates, person-days,
// concentration, causes. Without it there are attacks, persons at them, killed and wounded, in total, by base, by
// contingent and by week.
#pragma once
#include <cmath>
#include <cstring>
#include <limits>
#include <vector>

#include "chance.hpp"
#include "scenario.hpp"

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kReferencePersons = 1000;
enum Status { hosting = 0, handedOver = 1, closed = 2 };

struct Actor {
  double baseline, beta, fatalJump, alpha, epsilon, maxEffort, eta, tauW, betweenBases, fixedWeights;
  double gate, convoyFactor, mood;
  double hostWeight, personWeight, referenceWeight, residualWeight, residualFading;
  /** Rate parts as of `now`, and the effort that S tends to. */
  double effort, excited, finalEffort, bound;
};

template <bool Everything>
class Core {
 public:
  explicit Core(const Scenario& scenario) : s(scenario), B(s.bases), C(s.contingents), G(s.actors) {
    values.resize(s.numbers.size());
    for (std::size_t i = 0; i < s.numbers.size(); i++) {
      if (s.numbers[i].law == Law::point) values[i] = s.numbers[i].a;
      else uncertain.push_back(static_cast<int>(i));
    }
    actors.resize(G);
    weights.resize(G * B), frozen.resize(G * B), fixed.resize(G * B);
    levels.resize(G + 1), decays.resize(G + 1), branching.resize(G * (G + 1));
    present.resize(B * C), atBase.resize(B), status.resize(B), handOverDay.resize(B), keeps.resize(B);
    salience.resize(C), onRoad.reserve(64), current.resize(s.tracks), currentOf.resize(s.tracks);
    weeks = 0;
    for (const Change& change : s.changes) weeks += change.kind == Kind::week;
    layOut();
  }

  /** Names of the outcomes of a replication, in the order of its row. */
  std::vector<std::string> names;
  /** Outcomes of the replication run last. */
  std::vector<double> row;
  /** Candidates looked at in all replications, and attacks among them. */
  long candidates = 0, attacks = 0;

  void run(std::uint64_t seed, std::uint64_t replication) {
    // Streams by purpose, so that scenarios of one seed share what they can: a move shifts no severity.
    numbers.seed(seed, 3 * replication), times.seed(seed, 3 * replication + 1), chance.seed(seed, 3 * replication + 2);
    std::memset(row.data(), 0, row.size() * sizeof(double));
    do draw();
    while (!diesOut());
    start();
    double waiting = times.exponential();
    for (const Change& change : s.changes) {
      for (;;) {
        double bound = 0;
        for (const Actor& a : actors) bound += a.bound;
        const double due = bound > 0 ? now + waiting / bound : kInfinity;
        if (due >= change.day) {
          if (bound > 0) waiting -= bound * (change.day - now);
          break;
        }
        candidate(due, bound);
        waiting = times.exponential();
      }
      settle(change.day);
      apply(change);
      refreshAfterChange();
    }
    finish();
  }

 private:
  const Scenario& s;
  const int B, C, G;
  Chance numbers, times, chance;
  std::vector<double> values;
  std::vector<int> uncertain;
  std::vector<Actor> actors;
  // At g * B + b.
  std::vector<double> weights, frozen, fixed;
  std::vector<double> levels, decays, branching;
  std::vector<int> present, atBase, status;
  std::vector<double> handOverDay;
  std::vector<char> keeps;
  std::vector<double> salience;
  std::vector<int> onRoad;
  std::vector<int> current;
  std::vector<const Change*> currentOf;
  int weeks, week = 0;
  double now = 0, integratedTo = 0, hazardSum = 0, personHazardSum = 0, h0 = 0;
  double residualFirst = 0, residualFinal = 0, residualRate = 0;
  double pFatal = 0, zetaAlpha = 0, woundedMean = 0, woundedSize = 0, woundedNone = 0;
  // Person-days: sums up to `countedTo`.
  double countedTo = 0, personDays = 0, personDaysWeek = 0, hhiDays = 0, occupiedDays = 0;
  long personsAtBases = 0, personsOnWay = 0;
  double squares = 0;
  // Places in the row.
  int iAttacks, iBases, iConvoys, iHandedOver, iPersonAttacks, iPersonBases, iPersonTransit, iKilled, iWounded, iMaxKilled,
      iFirstFatal, iBaseAttacks, iBaseHandedOver, iBasePersons, iPersonAttacksOf, iKilledOf, iWoundedOf, iActor, iWeekAttacks,
      iWeekPersons, iExpected, iExpectedPersons, iPersonDays, iTransitDays, iHhi, iPeakHhi, iPeak, iCauses, iCapped,
      iBaseDays, iContingentDays, iWeekDays;

  void layOut() {
    int width = 0;
    auto put = [&](int& at, const char* name, int length = 1) {
      at = width;
      width += length;
      for (int i = 0; i < length; i++) names.push_back(length == 1 ? name : std::string(name) + "#" + std::to_string(i));
    };
    put(iAttacks, "attacks"), put(iBases, "attacksOnBases"), put(iConvoys, "attacksOnConvoys");
    put(iHandedOver, "attacksOnHandedOver"), put(iPersonAttacks, "personAttacks");
    put(iPersonBases, "personAttacksAtBases"), put(iPersonTransit, "personAttacksInTransit");
    put(iKilled, "killed"), put(iWounded, "wounded"), put(iMaxKilled, "maxKilled"), put(iFirstFatal, "firstFatalDay");
    put(iBaseAttacks, "attacks.base", B), put(iBaseHandedOver, "attacksOnHandedOver.base", B);
    put(iBasePersons, "personAttacks.base", B), put(iPersonAttacksOf, "personAttacks.contingent", C);
    put(iKilledOf, "killed.contingent", C), put(iWoundedOf, "wounded.contingent", C);
    put(iActor, "attacks.actor", G + 1), put(iWeekAttacks, "week.attacks", weeks);
    put(iWeekPersons, "week.personAttacks", weeks);
    if (Everything) {
      put(iExpected, "expectedAttacks"), put(iExpectedPersons, "expectedPersonAttacks");
      put(iPersonDays, "personDays"), put(iTransitDays, "personDaysInTransit"), put(iHhi, "hhiMean");
      put(iPeakHhi, "hhiPeak"), put(iPeak, "peakBasePopulation"), put(iCapped, "effortCapped");
      put(iCauses, "causes", 3 + G + 1), put(iBaseDays, "personDays.base", B);
      put(iContingentDays, "personDays.contingent", C), put(iWeekDays, "week.personDays", weeks);
    }
    row.resize(width);
  }

  void draw() {
    for (int i : uncertain) {
      const Number& n = s.numbers[i];
      if (n.law == Law::pert) values[i] = n.a + n.d * numbers.beta(n.b, n.c);
      else if (n.law == Law::uniform) values[i] = n.a + (n.b - n.a) * numbers.uniform();
      else do values[i] = std::exp(n.a + n.b * numbers.normal());
        while (values[i] < n.c || values[i] > n.d);
    }
  }

  /** Spectral radius of branching with the boost of fatal attacks below 1; by the powers of a non-negative matrix. */
  bool diesOut() const {
    auto entry = [&](int g, int j) {
      const int slot = s.actor[g].branching[j];
      return slot < 0 ? 0 : values[slot] * (1 + values[s.actor[j].fatalBoost] * values[s.fatalProbability]);
    };
    if (G == 1) return entry(0, 0) < 1;
    std::vector<double> vector(G, 1), next(G);
    double radius = 0;
    for (int turn = 0; turn < 200; turn++) {
      double most = 0;
      for (int g = 0; g < G; g++) {
        next[g] = 1e-9;
        for (int j = 0; j < G; j++) next[g] += entry(g, j) * vector[j];
        most = std::max(most, next[g]);
      }
      for (int g = 0; g < G; g++) vector[g] = next[g] / most;
      radius = most;
    }
    return radius < 1;
  }

  void start() {
    now = integratedTo = hazardSum = personHazardSum = 0;
    countedTo = personDays = personDaysWeek = hhiDays = occupiedDays = squares = 0;
    personsAtBases = personsOnWay = 0;
    week = 0;
    onRoad.clear();
    std::fill(current.begin(), current.end(), -1);
    std::fill(frozen.begin(), frozen.end(), 0.0);
    std::fill(status.begin(), status.end(), hosting);
    std::fill(keeps.begin(), keeps.end(), 0);
    std::copy(s.garrison.begin(), s.garrison.end(), present.begin());
    for (int c = 0; c < C; c++) salience[c] = values[s.salience[c]];
    residualFirst = values[s.residualFirst], residualFinal = values[s.residualFinal];
    residualRate = 1 / values[s.residualDecay];
    h0 = values[s.hazard];
    pFatal = values[s.fatalProbability], zetaAlpha = values[s.fatalityExponent];
    woundedMean = values[s.woundedMean], woundedSize = values[s.woundedSize];
    woundedNone = std::exp(-woundedSize * std::log1p(woundedMean / woundedSize));
    row[iFirstFatal] = kInfinity;
    for (int g = 0; g < G; g++) {
      const ActorNumbers& n = s.actor[g];
      Actor& a = actors[g];
      a = Actor{};
      a.baseline = values[n.baseline], a.beta = 1 / values[n.meanLag], a.fatalJump = 1 + values[n.fatalBoost];
      a.alpha = values[n.sizeExponent], a.epsilon = values[n.effortElasticity], a.maxEffort = values[n.maxEffort];
      a.eta = values[n.perShareWithdrawn], a.tauW = values[n.emboldeningDecay], a.betweenBases = values[n.betweenBases];
      a.gate = 1;
      const double hardeningAversion = values[n.hardeningAversion], distanceAversion = values[n.distanceAversion];
      for (int b = 0; b < B; b++) {
        const double drop = hardeningAversion * values[s.hardening[b]] + distanceAversion * n.distances[b];
        fixed[g * B + b] = drop == 0 ? 1 : std::exp(-drop);
      }
      for (int j = 0; j <= G; j++) branching[g * (G + 1) + j] = n.branching[j] < 0 ? 0 : values[n.branching[j]];
      decays[g] = a.beta;
    }
    decays[G] = 1 / values[s.strikeLag];
    std::fill(levels.begin(), levels.end(), 0.0);
    for (std::size_t k = 0; k < s.historyAgo.size(); k++)
      levels[s.historyActor] += (s.historyKilled[k] ? actors[s.historyActor].fatalJump : 1) *
                                std::exp(-decays[s.historyActor] * s.historyAgo[k]);
    for (std::size_t k = 0; k < s.strikeAgo.size(); k++)
      levels[G] += values[s.strikeMagnitude[k]] * std::exp(-decays[G] * s.strikeAgo[k]);
    shareRoad();
    for (int b = 0; b < B; b++) {
      atBase[b] = 0;
      for (int c = 0; c < C; c++) atBase[b] += present[b * C + c];
      personsAtBases += atBase[b];
      squares += static_cast<double>(atBase[b]) * atBase[b];
      if (Everything) peak(b);
      for (int g = 0; g < G; g++) weights[g * B + b] = weightOf(g, b);
    }
    if (Everything)
      for (int b = 0; b < B; b++)
        for (int c = 0; c < C; c++) came(b, c, present[b * C + c], true);
    for (int g = 0; g < G; g++) {
      sumWeights(g);
      actors[g].referenceWeight = actors[g].hostWeight;
    }
    refreshAfterChange();
  }

  /** ω_g/λ_g,ref with λ_ref = (I − G)⁻¹μ, by elimination. */
  void shareRoad() {
    std::vector<double>& m = scratch;
    const int width = G + 1;
    m.assign(G * width, 0);
    for (int g = 0; g < G; g++) {
      for (int j = 0; j < G; j++) m[g * width + j] = (g == j) - branching[g * (G + 1) + j];
      m[g * width + G] = actors[g].baseline;
    }
    for (int p = 0; p < G; p++)
      for (int g = 0; g < G; g++) {
        if (g == p) continue;
        const double factor = m[g * width + p] / m[p * width + p];
        for (int j = p; j < width; j++) m[g * width + j] -= factor * m[p * width + j];
      }
    double total = 0;
    for (int g = 0; g < G; g++) {
      const int slot = s.actor[g].convoyShare;
      const double rate = m[g * width + G] / m[g * width + g];
      actors[g].convoyFactor = rate == 0 ? 0 : (slot < 0 ? 1 : values[slot]);
      total += actors[g].convoyFactor;
    }
    for (int g = 0; g < G; g++)
      if (actors[g].convoyFactor > 0) actors[g].convoyFactor /= total * (m[g * width + G] / m[g * width + g]);
  }
  std::vector<double> scratch;

  double weightOf(int g, int b) const {
    if (atBase[b] == 0 || status[b] != hosting) return 0;
    double salient = 0;
    for (int c = 0; c < C; c++) salient += salience[c] * present[b * C + c];
    return salient == 0 ? 0 : std::pow(salient / kReferencePersons, actors[g].alpha) * fixed[g * B + b];
  }

  void sumWeights(int g) {
    double host = 0, persons = 0;
    for (int b = 0; b < B; b++) host += weights[g * B + b], persons += weights[g * B + b] * atBase[b];
    actors[g].hostWeight = host, actors[g].personWeight = persons;
  }

  void weigh(int b) {
    for (int g = 0; g < G; g++) {
      weights[g * B + b] = weightOf(g, b);
      sumWeights(g);
    }
  }

  double totalOf(const Actor& a, double faded = 1) const {
    if (a.residualWeight == 0) return a.hostWeight;
    return std::max(0.0, a.hostWeight + residualFinal * a.residualWeight +
                             (residualFirst - residualFinal) * a.residualFading * faded);
  }

  double effortOf(const Actor& a, double total) const {
    if (a.referenceWeight == 0) return 1;
    return std::min(a.maxEffort, std::pow(total / a.referenceWeight, a.epsilon));
  }

  /** Brings all that decays up to a day. */
  void settle(double day) {
    const double days = day - now;
    if (days <= 0) return;
    if (Everything) {
      for (int g = 0; g < G; g++) integrate(g, days);
    }
    now = day;
    for (int j = 0; j <= G; j++)
      if (levels[j] > 0) {
        levels[j] *= std::exp(-decays[j] * days);
        if (levels[j] < 1e-300) levels[j] = 0;
      }
    double fading = -1;
    for (Actor& a : actors) {
      if (a.mood != 0) {
        a.mood *= std::exp(-days / a.tauW);
        if (std::abs(a.mood * a.eta) < 1e-12) a.mood = 0;
      }
      if (a.residualFading > 0) {
        if (fading < 0) fading = std::exp(-residualRate * days);
        a.residualFading *= fading;
      }
    }
  }

  double excitedOf(int g) const {
    double rate = 0;
    for (int j = 0; j <= G; j++) rate += branching[g * (G + 1) + j] * decays[j] * levels[j];
    return rate;
  }

  /** Effort, excitation and the bound at `now`; valid until something happens. */
  void refresh(int g) {
    Actor& a = actors[g];
    const double total = totalOf(a);
    if (total != lastTotal || G > 1) {
      a.effort = effortOf(a, total);
      lastTotal = total;
    }
    if (Everything && a.effort >= a.maxEffort && a.referenceWeight > 0 && total > 0) row[iCapped] = 1;
    a.excited = excitedOf(g);
    const double mood = a.eta * a.mood;
    const double signal = mood > 0 ? std::exp(mood) : 1;
    a.bound = a.gate * (a.baseline * std::max(a.effort, a.finalEffort) * signal + a.excited) *
              (1 + a.convoyFactor * hazardSum);
  }
  double lastTotal = -1;

  void refreshAfterChange() {
    lastTotal = -1;
    for (int g = 0; g < G; g++) {
      Actor& a = actors[g];
      const double total = totalOf(a);
      const double last = a.hostWeight + residualFinal * a.residualWeight;
      a.finalEffort = last == total ? 0 : effortOf(a, last);
      refresh(g);
    }
  }

  void candidate(double day, double bound) {
    candidates++;
    settle(day);
    double height = times.uniform() * bound;
    for (int g = 0; g < G; g++) {
      Actor& a = actors[g];
      if (height >= a.bound) {
        height -= a.bound;
        continue;
      }
      const double total = totalOf(a);
      if (total != lastTotal || G > 1) a.effort = effortOf(a, total), lastTotal = total;
      a.excited = excitedOf(g);
      const double mood = a.eta * a.mood;
      const double baseline = a.baseline * a.effort * (mood == 0 ? 1 : std::exp(mood));
      const double chosen = a.gate * (baseline + a.excited);
      const double all = chosen * (1 + a.convoyFactor * hazardSum);
      if (all > a.bound * (1 + 1e-9)) std::fprintf(stderr, "bound %g < rate %g on day %g\n", a.bound, all, day), std::exit(1);
      if (height <= all) {
        attack(g, height > chosen, total, baseline);
        attacks++;
      }
      break;
    }
    for (int g = 0; g < G; g++) refresh(g);
  }

  void attack(int g, bool road, double total, double baseline) {
    int cause = 0;
    if (Everything) {
      double left = chance.uniform() * (baseline + actors[g].excited);
      if (left < baseline) {
        const double x = actors[g].eta * actors[g].mood;
        cause = x <= 0 || left <= baseline * std::exp(-x) ? 0 : 1;
      } else {
        left -= baseline;
        cause = 3 + G;
        for (int j = 0; j <= G; j++) {
          const double rate = branching[g * (G + 1) + j] * decays[j] * levels[j];
          if (left < rate) {
            cause = 3 + j;
            break;
          }
          left -= rate;
        }
      }
    }
    if (road) {
      double left = chance.uniform() * hazardSum;
      int chosen = onRoad.back();
      for (int k : onRoad) {
        left -= h0 * s.convoys[k].hazardUnit;
        if (left < 0) {
          chosen = k;
          break;
        }
      }
      const Convoy& convoy = s.convoys[chosen];
      row[iConvoys]++;
      row[iPersonTransit] += convoy.persons;
      onPersonnel(g, convoy.counts.data(), convoy.persons, cause);
      return;
    }
    if (total <= 0) return;
    double left = chance.uniform() * total;
    int chosen = -1;
    if (left < actors[g].hostWeight) {
      for (int b = 0; b < B; b++) {
        if (weights[g * B + b] <= 0) continue;
        chosen = b;
        left -= weights[g * B + b];
        if (left < 0) break;
      }
    } else {
      left -= actors[g].hostWeight;
      for (int b = 0; b < B; b++) {
        if (!keeps[b] || frozen[g * B + b] <= 0) continue;
        chosen = b;
        left -= frozen[g * B + b] *
                (residualFinal + (residualFirst - residualFinal) * std::exp(-residualRate * (now - handOverDay[b])));
        if (left < 0) break;
      }
    }
    if (chosen < 0) return;
    if (status[chosen] == handedOver) {
      row[iHandedOver]++;
      row[iBaseHandedOver + chosen]++;
      levels[g] += 1;
      return;
    }
    row[iBases]++;
    row[iBaseAttacks + chosen]++;
    row[iPersonBases] += atBase[chosen];
    row[iBasePersons + chosen] += atBase[chosen];
    onPersonnel(g, &present[chosen * C], atBase[chosen], cause);
  }

  void onPersonnel(int g, const int* counts, int persons, int cause) {
    row[iActor + g]++;
    row[iWeekAttacks + week]++;
    row[iWeekPersons + week] += persons;
    for (int c = 0; c < C; c++) row[iPersonAttacksOf + c] += counts[c];
    const int killed = persons > 0 && chance.uniform() < pFatal ? chance.zeta(zetaAlpha, persons) : 0;
    const int left = persons - killed;
    const int wounded = left > 0 ? std::min(left, chance.negativeBinomial(woundedMean, woundedSize, woundedNone)) : 0;
    if (killed + wounded > 0) hit(counts, persons, killed, wounded);
    if (killed > row[iMaxKilled]) row[iMaxKilled] = killed;
    if (killed > 0 && row[iFirstFatal] == kInfinity) row[iFirstFatal] = now;
    row[iKilled] += killed;
    row[iWounded] += wounded;
    levels[g] += killed > 0 ? actors[g].fatalJump : 1;
    if (Everything) row[iCauses + cause]++;
  }

  /** Victims one by one, without replacement; the killed first. */
  void hit(const int* counts, int persons, int killed, int wounded) {
    taken.assign(C, 0);
    for (int victim = 0; victim < killed + wounded; victim++) {
      int place = static_cast<int>(chance.uniform() * (persons - victim));
      int c = 0;
      while (place >= counts[c] - taken[c]) place -= counts[c] - taken[c], c++;
      taken[c]++;
      row[(victim < killed ? iKilledOf : iWoundedOf) + c]++;
    }
  }
  std::vector<int> taken;

  void apply(const Change& change) {
    const int b = change.place;
    switch (change.kind) {
      case Kind::freeze:
        for (int g = 0; g < G; g++) frozen[g * B + b] = weights[g * B + b];
        return;
      case Kind::depart: {
        countPersons();
        shift(b, change.counts, -1);
        for (Actor& a : actors) a.mood += change.home ? change.share : a.betweenBases * change.share;
        weigh(b);
        personsOnWay += change.persons;
        if (change.other >= 0) road(change.other, true);
        return;
      }
      case Kind::arrive:
        countPersons();
        if (change.other != -2) personsOnWay -= change.persons;
        if (change.other >= 0) road(change.other, false);
        if (b < 0) {
          if (Everything)
            for (int c = 0; c < C; c++) came(-1, c, -change.counts[c], true);
          return;
        }
        // From outside, people are new to the theatre; others only change their place.
        shift(b, change.counts, 1);
        if (Everything && change.other == -2)
          for (int c = 0; c < C; c++) came(-1, c, change.counts[c], true);
        if (status[b] != hosting && change.persons > 0) changeStatus(b, hosting);
        else weigh(b);
        return;
      case Kind::status:
        changeStatus(b, change.other);
        return;
      case Kind::regime:
        current[change.other] = change.place;
        currentOf[change.other] = &change;
        for (int g = 0; g < G; g++) {
          actors[g].gate = 1;
          for (int t = 0; t < s.tracks; t++)
            if (current[t] >= 0 && currentOf[t]->counts[g]) actors[g].gate *= values[current[t]];
        }
        return;
      case Kind::week:
        if (Everything) {
          countPersons();
          row[iWeekDays + week] = personDays - personDaysWeek;
          personDaysWeek = personDays;
        }
        if (week + 1 < weeks) week++;
        return;
      case Kind::strike:
        levels[G] += values[change.place];
        return;
    }
  }

  void road(int k, bool sets) {
    if (s.convoys[k].hazardUnit <= 0) return;
    if (sets) onRoad.push_back(k);
    else onRoad.erase(std::find(onRoad.begin(), onRoad.end(), k));
    hazardSum = personHazardSum = 0;
    for (int at : onRoad) {
      const double hazard = h0 * s.convoys[at].hazardUnit;
      hazardSum += hazard;
      personHazardSum += hazard * s.convoys[at].persons;
    }
  }

  void shift(int b, const std::vector<int>& counts, int sign) {
    const int before = atBase[b];
    for (int c = 0; c < C; c++) present[b * C + c] += sign * counts[c], atBase[b] += sign * counts[c];
    personsAtBases += atBase[b] - before;
    if (!Everything) return;
    squares += static_cast<double>(atBase[b]) * atBase[b] - static_cast<double>(before) * before;
    row[iBaseDays + b] += (atBase[b] - before) * (s.horizon - now);
    peak(b);
  }

  void changeStatus(int b, int to) {
    status[b] = to;
    const int keep = to == handedOver;
    if (keep > keeps[b]) handOverDay[b] = now;
    const double faded = std::exp(-residualRate * (now - handOverDay[b]));
    for (int g = 0; g < G; g++) {
      const double weight = frozen[g * B + b] * (keep - keeps[b]);
      actors[g].residualWeight = std::max(0.0, actors[g].residualWeight + weight);
      actors[g].residualFading = std::max(0.0, actors[g].residualFading + weight * faded);
    }
    keeps[b] = static_cast<char>(keep);
    weigh(b);
  }

  void peak(int b) { row[iPeak] = std::max<double>(row[iPeak], atBase[b]); }

  /** What a change of headcount adds to person-days up to the end. */
  void came(int b, int c, int persons, bool theatre) {
    if (b >= 0) row[iBaseDays + b] += persons * (s.horizon - now);
    if (theatre) row[iContingentDays + c] += persons * (s.horizon - now);
  }

  void countPersons() {
    if (!Everything) return;
    const double days = now - countedTo;
    if (days <= 0) return;
    countedTo = now;
    personDays += (personsAtBases + personsOnWay) * days;
    row[iTransitDays] += personsOnWay * days;
    if (personsAtBases > 0) {
      const double hhi = squares / (static_cast<double>(personsAtBases) * personsAtBases);
      hhiDays += hhi * days;
      occupiedDays += days;
      if (hhi > row[iPeakHhi]) row[iPeakHhi] = hhi;
    }
  }

  /** Adds the expected attacks and person-attacks of the `days` after `now`: exactly, or by as many nodes as it takes for 4e-9. */
  void integrate(int g, double days) {
    const Actor& a = actors[g];
    if (a.gate == 0) return;
    const bool fades = a.residualFading > 0 && residualFirst != residualFinal;
    const double road = a.convoyFactor * hazardSum, personRoad = a.convoyFactor * personHazardSum;
    auto add = [&](double amount, double total) {
      row[iExpected] += amount * ((total > 0 ? a.hostWeight / total : 0) + road);
      row[iExpectedPersons] += amount * ((total > 0 ? a.personWeight / total : 0) + personRoad);
    };
    const double* n = &branching[g * (G + 1)];
    if (!fades) {
      double amount = 0;
      for (int j = 0; j <= G; j++)
        if (levels[j] > 0) amount -= n[j] * levels[j] * std::expm1(-decays[j] * days);
      const double total = totalOf(a);
      const double base = a.baseline * effortOf(a, total);
      if (a.mood == 0) {
        add(a.gate * (amount + base * days), total);
        return;
      }
      const double tau = a.tauW, mood = a.eta * a.mood;
      add(a.gate * (amount + base * quadrature(days, tau, [&](double t) { return std::exp(mood * std::exp(-t / tau)); })), total);
      return;
    }
    double scale = 1 / residualRate;
    if (a.mood != 0) scale = std::min(scale, a.tauW);
    for (int j = 0; j <= G; j++)
      if (levels[j] > 0) scale = std::min(scale, 1 / decays[j]);
    const double mood = a.eta * a.mood;
    quadratureOf(days, scale, [&](double t, double weight) {
      const double total = totalOf(a, std::exp(-residualRate * t));
      double rate = a.baseline * effortOf(a, total);
      if (mood != 0) rate *= std::exp(mood * std::exp(-t / a.tauW));
      for (int j = 0; j <= G; j++)
        if (levels[j] > 0) rate += n[j] * decays[j] * levels[j] * std::exp(-decays[j] * t);
      add(weight * a.gate * rate, total);
    });
  }

  template <class F>
  static double quadrature(double days, double scale, F f) {
    double sum = 0;
    quadratureOf(days, scale, [&](double t, double weight) { sum += weight * f(t); });
    return sum;
  }

  /** Gauss–Legendre: 2 nodes for spans up to .06 of the scale, 3 up to .4, else panels of 5: the rules of garrison (`ruleFor`), so that both err alike. */
  template <class F>
  static void quadratureOf(double days, double scale, F visit) {
    const double spans = days / scale, half = days / 2;
    if (spans <= 0.06) {
      visit(half * (1 - 0.577350269189626), half), visit(half * (1 + 0.577350269189626), half);
    } else if (spans <= 0.4) {
      visit(half * (1 - 0.774596669241483), half * 5 / 9), visit(half, half * 8 / 9);
      visit(half * (1 + 0.774596669241483), half * 5 / 9);
    } else {
      static const double nodes[5] = {-0.906179845938664, -0.538469310105683, 0, 0.538469310105683, 0.906179845938664};
      static const double shares[5] = {0.236926885056189, 0.478628670499366, 0.568888888888889, 0.478628670499366,
                                       0.236926885056189};
      const int panels = std::max(1, static_cast<int>(std::ceil(spans / 2.5)));
      const double part = half / panels;
      for (int p = 0; p < panels; p++)
        for (int i = 0; i < 5; i++) visit((2 * p + 1) * part + nodes[i] * part, shares[i] * part);
    }
  }

  void finish() {
    row[iAttacks] = row[iBases] + row[iConvoys];
    row[iPersonAttacks] = row[iPersonBases] + row[iPersonTransit];
    if (!Everything) return;
    row[iPersonDays] = personDays;
    row[iHhi] = hhiDays / occupiedDays;
  }
};
