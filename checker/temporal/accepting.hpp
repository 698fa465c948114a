// The parts of a product in which a behaviour can stay and meet its obligation.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "temporal/product.hpp"

namespace synod::temporal {

/// A component's number; 0: none.
using ComponentId = std::uint32_t;

/// Finds every strongly connected part, reachable from the initial states, in which all conditions and
/// promises can be met by one cycle. See find_lasso.
class AcceptingComponents {
 public:
  enum class Extent : std::uint8_t {
    all,
    first,  ///< the search ends with the first component that is found
  };
  AcceptingComponents(const Space& space, const Obligation& obligation, const Product& product,
                      Extent extent);

  [[nodiscard]] bool empty() const { return accepted_.empty(); }
  /// The accepting component of a node, or 0.
  [[nodiscard]] ComponentId component(Node node) const;
  /// Whether the component's cycles may take this move, which begins in it.
  [[nodiscard]] bool inside(ComponentId component, const Move& move) const;

 private:
  /// Nodes that are connected as long as some conditions' steps are not taken.
  struct Part {
    ComponentId number = 0;
    std::vector<Node> nodes;           ///< the first part: none, for all with its number
    std::vector<std::size_t> avoided;  ///< conditions whose `when` is not taken
  };
  struct Visit {
    Node node = 0;
    std::uint32_t low = 0;
    Product::Cursor cursor;
  };

  void find_reachable();
  void search(std::uint32_t automaton_component);
  void take_apart(const Part& part);
  void visit(Node root, const Part& part);
  void found(const Part& part, std::vector<Node> nodes);
  [[nodiscard]] bool may_cycle(Node node, const Part& part) const;
  [[nodiscard]] bool avoids(const std::vector<std::size_t>& avoided, const Move& move) const;
  template <class Body>
  void for_moves_inside(const std::vector<Node>& nodes, const std::vector<std::size_t>& avoided,
                        const Body& body);
  [[nodiscard]] std::size_t local(Node node) const {
    return std::size_t{index_of_[product_.automaton_state(node)]} * space_.states + product_.state(node);
  }
  [[nodiscard]] bool reachable(Node node) const {
    return all_reachable_ || ((reachable_[node / 64] >> (node % 64)) & 1U) != 0;
  }
  void look_for_stop();
  [[nodiscard]] bool done() const { return extent_ == Extent::first && !accepted_.empty(); }
  void accept(ComponentId component, const std::vector<std::size_t>& avoided);

  const Space& space_;
  const Obligation& obligation_;
  const Product& product_;
  const Automaton& automaton_;
  Extent extent_;
  bool all_reachable_ = false;
  std::vector<std::uint64_t> reachable_;
  std::vector<std::uint32_t> index_of_;  // of an automaton state that may accept: its place below
  std::vector<ComponentId> part_of_;     // by local number
  std::vector<std::uint32_t> order_;     // by local number: when visited, from 1; 0 not yet
  ComponentId last_number_ = 0;
  std::uint32_t visited_ = 0;
  unsigned steps_ = 0;
  std::vector<Visit> path_;
  std::vector<Node> stack_;
  std::vector<Part> waiting_;
  // Without fairness every state is a component that is accepted: a bit for each has to do.
  std::vector<bool> accepted_;                               // by component, up to the last that is
  std::vector<std::size_t> always_avoided_;                  // conditions whose steps no component takes
  std::map<ComponentId, std::vector<std::size_t>> avoided_;  // of accepted components that avoid more
};

}  // namespace synod::temporal
