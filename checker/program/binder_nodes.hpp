// Quantifiers, CHOOSE, comprehensions and functions: everything that binds variables over sets.
#pragma once

#include "program/context.hpp"

namespace synod::program {

/// One bound of a binder: the set and the slots its elements (or the parts of a tuple pattern) go to.
struct BoundPlan {
  NodePtr set = nullptr;
  unsigned first_slot = 0;  ///< consecutive slots, one per name
  unsigned names = 1;
  bool tuple = false;
  std::vector<std::string> variables = {};  ///< what the specification calls them
};

/// Puts an element into the slots of its bound; a tuple pattern requires a tuple of that length.
void bind(const Node& node, const BoundPlan& bound, Frame& f, Value element);

inline constexpr std::size_t most_bounds = 16;

/// Calls `body()` with every combination of the bounds, all sets evaluated first, the first bound varying
/// fastest. Stops and gives back false as soon as `body` does.
template <Temporaries temporaries = Temporaries::kept, class Body>
bool enumerate(const Node& node, const std::vector<BoundPlan>& bounds, Frame& f, Body&& body) {
  if (bounds.size() == 1) {
    const Value set = bounds[0].set->enumerable(f);
    check_enumerable(*bounds[0].set, set, node);
    if (!bounds[0].tuple) {
      Value& slot = f.slots[bounds[0].first_slot];
      return for_each<temporaries>(*f.context, set, [&](Value v) {
        slot = v;
        return body();
      });
    }
    return for_each<temporaries>(*f.context, set, [&](Value v) {
      bind(node, bounds[0], f, v);
      return body();
    });
  }
  Value sets[most_bounds];
  for (std::size_t i = 0; i < bounds.size(); ++i) {
    sets[i] = bounds[i].set->enumerable(f);
    check_enumerable(*bounds[i].set, sets[i], node);
  }
  const auto level = [&](auto&& self, std::size_t i) -> bool {
    return for_each<temporaries>(*f.context, sets[i], [&](Value v) {
      bind(node, bounds[i], f, v);
      return i == 0 ? body() : self(self, i - 1);
    });
  };
  return level(level, bounds.size() - 1);
}

/// After a loop whose temporaries were dropped: its variables hold none of them any more.
inline void unbind(const BoundPlan& bound, Frame& f) {
  for (unsigned i = 0; i < bound.names; ++i) f.slots[bound.first_slot + i] = Value();
}
inline void unbind(const std::vector<BoundPlan>& bounds, Frame& f) {
  for (const BoundPlan& bound : bounds) unbind(bound, f);
}

class QuantifierNode final : public PredicateNode {
 public:
  QuantifierNode(bool universal, std::vector<BoundPlan> bounds, NodePtr body)
      : universal_(universal), bounds_(std::move(bounds)), body_(body) {}
  bool test(Frame& f) const override;
  std::string show() const override;

 private:
  bool universal_;
  std::vector<BoundPlan> bounds_;
  NodePtr body_;
};

class ChooseNode final : public Node {
 public:
  ChooseNode(BoundPlan bound, NodePtr predicate) : bound_(bound), predicate_(predicate) {}
  Value eval(Frame& f) const override;
  std::string show() const override;

 private:
  BoundPlan bound_;
  NodePtr predicate_;
};

/// A frame-less copy of code that runs after its frame is gone: body of a lazy function or filter.
struct ClosureCode {
  const Unit* unit = nullptr;         ///< its own unit; lexical: the one that makes the closure
  std::vector<BoundPlan> parameters;  ///< slots of that unit; sets unused
  NodePtr body = nullptr;
  int self_slot = -1;     ///< slot of the function itself when it is recursive
  bool in_place = false;  ///< runs in a copy of the frame around it instead, which is `unit`'s
  std::string name;       ///< its name then
};

/// {x \in S : P}
class FilterNode final : public Node {
 public:
  FilterNode(BoundPlan bound, NodePtr predicate, ClosureCode lazy)
      : bound_(bound), predicate_(predicate), lazy_(std::move(lazy)) {
    shape = Shape::set;
  }
  Value eval(Frame& f) const override;
  bool listed(Frame& f) const override { return bound_.set->listed(f); }
  std::string show() const override;

 private:
  Value select(Frame& f, Value base) const;
  Value select_from_many(Frame& f, Value base) const;
  BoundPlan bound_;
  NodePtr predicate_;
  ClosureCode lazy_;
};

/// {e : x \in S, y \in T}
class MapNode final : public Node {
 public:
  MapNode(std::vector<BoundPlan> bounds, NodePtr value) : bounds_(std::move(bounds)), value_(value) {
    shape = Shape::set;
  }
  Value eval(Frame& f) const override;
  std::string show() const override;

 private:
  std::vector<BoundPlan> bounds_;
  NodePtr value_;
};

/// [x \in S |-> e]. Built at once over an explicit domain; lazy over a symbolic one or when it refers to
/// itself. Where a point of it has no value, it fails if TLC lists the domain, unless it is to be applied;
/// otherwise it is lazy too.
class FunctionNode final : public Node {
 public:
  FunctionNode(std::vector<BoundPlan> bounds, NodePtr value, ClosureCode lazy)
      : bounds_(std::move(bounds)), value_(value), lazy_(std::move(lazy)) {
    shape = Shape::function;
    by_point_.parameters = bounds_;
    by_point_.body = value_;
    by_point_.in_place = true;
  }
  Value eval(Frame& f) const override { return make(f, false); }
  Value applied(Frame& f) const override { return make(f, true); }
  std::string show() const override;

 private:
  Value make(Frame& f, bool to_be_applied) const;
  Value domain(Frame& f) const;
  Value build(Frame& f, Value domain) const;
  [[nodiscard]] bool domain_listed(Frame& f) const;
  void check_order(Frame& f) const;
  std::vector<BoundPlan> bounds_;
  NodePtr value_;
  ClosureCode lazy_;
  ClosureCode by_point_;  ///< where a point has no value
};

/// "x in S", and with more bounds "x in S, y in T".
[[nodiscard]] std::string show_bound(const BoundPlan& bound);
[[nodiscard]] std::string show_bounds(const std::vector<BoundPlan>& bounds);

}  // namespace synod::program
