// The hold model on std::priority_queue: plain structs, no cancel, no reschedule. The peer that a kernel is held against.
// Usage: hold PENDING EVENTS
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <queue>
#include <vector>

struct Event {
  double time;
  std::uint64_t sequence;
  std::int32_t kind;
  std::int32_t subject;
};

struct Later {
  bool operator()(const Event& a, const Event& b) const {
    return a.time > b.time || (a.time == b.time && a.sequence > b.sequence);
  }
};

// The same increments in every program: a table, so that no generator is measured.
static std::vector<double> increments() {
  std::vector<double> table(1 << 16);
  std::uint32_t state = 12345;
  for (double& increment : table) {
    state = state * 1664525u + 1013904223u;
    increment = -std::log((state + 0.5) / 4294967296.0);
  }
  return table;
}

int main(int argc, char** argv) {
  const int pending = argc > 1 ? std::atoi(argv[1]) : 1000;
  const long events = argc > 2 ? std::atol(argv[2]) : 5000000;
  const std::vector<double> table = increments();
  const std::size_t mask = table.size() - 1;
  std::vector<Event> room;
  room.reserve(pending + 1);
  std::priority_queue<Event, std::vector<Event>, Later> queue(Later(), std::move(room));
  std::uint64_t sequence = 0;
  for (int i = 0; i < pending; i++) queue.push({table[sequence & mask], sequence, 0, i}), sequence++;
  double now = 0;
  auto hold = [&](long count) {
    for (long i = 0; i < count; i++) {
      Event event = queue.top();
      queue.pop();
      now = event.time;
      queue.push({now + table[sequence & mask], sequence, event.kind, event.subject});
      sequence++;
    }
  };
  hold(events / 5);
  const std::clock_t start = std::clock();
  hold(events);
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  std::printf("{\"eventsPerSecond\": %.0f, \"now\": %.17g}\n", events / seconds, now);
}
