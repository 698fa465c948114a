// The steps between the states of a search: who leads to whom, stored once, as ids.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <span>
#include <vector>

#include "store/page_array.hpp"
#include "store/segmented_array.hpp"

namespace synod::temporal {

using StateId = std::uint32_t;

/// A step between two states, or the stuttering step that every state has and no list names.
struct Edge {
  StateId from = 0;
  StateId to = 0;
  std::uint64_t index =
      0;  ///< of a step in the graph, below Graph::edge_bound(); of no meaning for stuttering
  bool stutters = false;
};

/// Successors of states without the states themselves. Each state's list is written once, by one Recorder;
/// recorders may work at the same time. 12 bytes a state and 4 a step.
class Graph {
 public:
  Graph() = default;
  Graph(const Graph&) = delete;
  Graph& operator=(const Graph&) = delete;

  /// Exclusive. Makes room for the lists of states 0 .. count - 1.
  void reserve(std::size_t count) { places_.reserve(count); }

  /// Collects the successors of one state after another. Not thread-safe; each worker has its own.
  class Recorder {
   public:
    explicit Recorder(Graph& graph) : graph_(graph) {}
    /// Begins a list; one that was begun and not committed is forgotten.
    void begin() { targets_.clear(); }
    void add(StateId target) { targets_.push_back(target); }
    /// Keeps the list as that of `state`, without its repetitions.
    void commit(StateId state);

   private:
    Graph& graph_;
    std::uint64_t segment_ = 0;
    std::uint32_t* room_ = nullptr;  // in the segment at hand
    std::size_t left_ = 0, used_ = 0;
    std::vector<StateId> targets_, sorted_;
  };

  /// In the order in which they were generated first; empty for a state without a list.
  [[nodiscard]] std::span<const StateId> successors(StateId state) const {
    const std::uint32_t* list = this->list(state);
    return list == nullptr ? std::span<const StateId>() : std::span<const StateId>(list + 1, *list);
  }
  /// The number of the first of them; the others follow.
  [[nodiscard]] std::uint64_t first_edge(StateId state) const {
    const std::uint64_t place = *places_[state];
    return place == 0 ? 0 : segments_[(place >> offset_bits) - 1].first_edge + (place & offset_mask) + 1;
  }
  /// Above the numbers of all steps; not all numbers are used.
  [[nodiscard]] std::uint64_t edge_bound() const { return entries_; }
  /// How many steps there are from states 0 .. states - 1.
  [[nodiscard]] std::uint64_t edges(std::size_t states) const;

 private:
  // A place is the number of a segment, from 1, and an offset in it. Zero: no list.
  static constexpr unsigned offset_bits = 40;
  static constexpr std::uint64_t offset_mask = (std::uint64_t{1} << offset_bits) - 1;
  struct Segment {
    store::PageArray<std::uint32_t> entries;  // of a list: its length, then its states
    std::uint64_t first_edge = 0;
  };

  [[nodiscard]] const std::uint32_t* list(StateId state) const {
    const std::uint64_t place = *places_[state];
    if (place == 0) return nullptr;
    return segments_[(place >> offset_bits) - 1].entries.data() + (place & offset_mask);
  }

  store::SegmentedArray<std::uint64_t> places_;
  std::mutex mutex_;  // guards the rest while recorders work
  std::deque<Segment> segments_;
  std::uint64_t entries_ = 0;
};

}  // namespace synod::temporal
