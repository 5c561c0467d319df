// What garrison wrote about a scenario (write-model.ts): sizes, laws of its numbers, and what happens by date.
#pragma once
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

enum class Law { point, pert, uniform, lognormal };

/** A number of the scenario: a point (a), PERT (low a, shapes b and c, width d), uniform (a to b), cut lognormal (mu a, sigma b, c to d). */
struct Number {
  Law law;
  double a, b, c, d;
};

struct ActorNumbers {
  int baseline, meanLag, fatalBoost, sizeExponent, effortElasticity, maxEffort;
  int perShareWithdrawn, emboldeningDecay, betweenBases, hardeningAversion, distanceAversion, convoyShare;
  std::vector<int> branching;
  std::vector<double> distances;
};

enum class Kind { freeze, depart, arrive, status, regime, week, strike };

/** Something that happens on a day whatever chance does. */
struct Change {
  double day;
  Kind kind;
  /** Base, or -1 for home; of a regime its number of the gate, or -1 where one ends; of a strike the number of its magnitude. */
  int place;
  /** Convoy that sets out or comes in, or -1; new status; track of a regime. */
  int other;
  /** People who leave go home, and not to another base. */
  bool home;
  double share;
  int persons;
  /** By contingent; actors that a regime holds for. */
  std::vector<int> counts;
};

struct Convoy {
  double hazardUnit;
  int persons;
  std::vector<int> counts;
};

struct Scenario {
  int bases, contingents, actors, tracks;
  double horizon;
  std::vector<Number> numbers;
  std::vector<int> salience, hardening;
  std::vector<ActorNumbers> actor;
  int strikeLag, residualFirst, residualFinal, residualDecay, hazard;
  int fatalProbability, fatalityExponent, woundedMean, woundedSize;
  int historyActor;
  std::vector<double> historyAgo;
  std::vector<int> historyKilled;
  std::vector<double> strikeAgo;
  std::vector<int> strikeMagnitude;
  std::vector<int> garrison;
  std::vector<Convoy> convoys;
  std::vector<Change> changes;
};

class Reader {
 public:
  explicit Reader(const char* path) : file(path) {
    if (!file) fail("the model must be readable");
  }
  void word(const char* expected) {
    std::string found;
    file >> found;
    if (found != expected) fail(("expected " + std::string(expected) + ", got " + found).c_str());
  }
  template <class T>
  T take() {
    T value;
    if (!(file >> value)) fail("the model ends too early");
    return value;
  }
  template <class T>
  std::vector<T> list() {
    return list<T>(take<int>());
  }
  template <class T>
  std::vector<T> list(int length) {
    std::vector<T> values(length);
    for (T& value : values) value = take<T>();
    return values;
  }

 private:
  std::ifstream file;
  [[noreturn]] static void fail(const char* why) {
    std::fprintf(stderr, "%s\n", why);
    std::exit(1);
  }
};

inline Scenario readScenario(const char* path) {
  Reader in(path);
  Scenario s;
  in.word("sizes");
  s.bases = in.take<int>(), s.contingents = in.take<int>(), s.actors = in.take<int>(), s.tracks = in.take<int>();
  s.horizon = in.take<double>();
  in.word("numbers");
  s.numbers.resize(in.take<int>());
  for (Number& number : s.numbers) {
    number.law = static_cast<Law>(in.take<int>());
    number.a = in.take<double>(), number.b = in.take<double>(), number.c = in.take<double>(), number.d = in.take<double>();
  }
  in.word("salience");
  s.salience = in.list<int>(s.contingents);
  in.word("hardening");
  s.hardening = in.list<int>(s.bases);
  s.actor.resize(s.actors);
  for (ActorNumbers& a : s.actor) {
    in.word("actor");
    for (int* slot : {&a.baseline, &a.meanLag, &a.fatalBoost, &a.sizeExponent, &a.effortElasticity, &a.maxEffort,
                      &a.perShareWithdrawn, &a.emboldeningDecay, &a.betweenBases, &a.hardeningAversion,
                      &a.distanceAversion, &a.convoyShare})
      *slot = in.take<int>();
    a.branching = in.list<int>(s.actors + 1);
    a.distances = in.list<double>(s.bases);
  }
  in.word("shared");
  for (int* slot : {&s.strikeLag, &s.residualFirst, &s.residualFinal, &s.residualDecay, &s.hazard, &s.fatalProbability,
                    &s.fatalityExponent, &s.woundedMean, &s.woundedSize})
    *slot = in.take<int>();
  in.word("history");
  s.historyActor = in.take<int>();
  s.historyAgo = in.list<double>();
  s.historyKilled = in.list<int>(static_cast<int>(s.historyAgo.size()));
  in.word("strikes");
  s.strikeAgo = in.list<double>();
  s.strikeMagnitude = in.list<int>(static_cast<int>(s.strikeAgo.size()));
  in.word("garrison");
  s.garrison = in.list<int>(s.bases * s.contingents);
  in.word("convoys");
  s.convoys.resize(in.take<int>());
  for (Convoy& convoy : s.convoys) {
    convoy.hazardUnit = in.take<double>();
    convoy.counts = in.list<int>(s.contingents);
    convoy.persons = 0;
    for (int count : convoy.counts) convoy.persons += count;
  }
  in.word("changes");
  s.changes.resize(in.take<int>());
  for (Change& change : s.changes) {
    change.day = in.take<double>();
    change.kind = static_cast<Kind>(in.take<int>());
    change.place = in.take<int>(), change.other = in.take<int>(), change.home = in.take<int>() != 0;
    change.share = in.take<double>();
    change.counts = in.list<int>();
    change.persons = 0;
    if (change.kind == Kind::depart || change.kind == Kind::arrive)
      for (int count : change.counts) change.persons += count;
  }
  in.word("end");
  return s;
}
