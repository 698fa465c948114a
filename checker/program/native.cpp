#include "program/native.hpp"

#include <algorithm>
#include <array>

#include "program/logic_nodes.hpp"
#include "program/operator_nodes.hpp"

namespace synod::program {

// Each table is in its own file by module.
NativeFunction sequence_function(semantics::Native native);
NativeFunction bag_function(semantics::Native native);
NativeFunction tlc_function(semantics::Native native);
NativeFunction collection_function(semantics::Native native);
NativeFunction sequence_ext_function(semantics::Native native);
NativeFunction mathematics_function(semantics::Native native);
NativeFunction graph_function(semantics::Native native);
NativeFunction svg_function(semantics::Native native);
NativeFunction json_function(semantics::Native native);
NativeFunction file_function(semantics::Native native);
NativeFunction program_function(semantics::Native native);
NativeFunction register_function(semantics::Native native);
NativeFunction behaviour_function(semantics::Native native);
NativeFunction random_function(semantics::Native native);

namespace {

using semantics::Native;

Value subseteq(const Node& node, Frame& f, std::span<const Value> a) {
  if (!values::is_set(a[0].kind()))
    node.fail(EvaluationFault::not_a_set,
              "A set was expected, but the value is " + values::to_string(a[0]) + ".");
  return Value::boolean(values::is_subset(f.context->arena, a[0], a[1]));
}

Value big_union(const Node&, Frame& f, std::span<const Value> a) {
  return values::big_union(f.context->arena, a[0]);
}

Value domain(const Node&, Frame& f, std::span<const Value> a) {
  return values::domain_of(f.context->arena, a[0]);
}

Value cardinality(const Node& node, Frame& f, std::span<const Value> a) {
  const Kind kind = a[0].kind();
  if (!values::is_set(kind))
    node.fail(EvaluationFault::argument,
              "A set was expected, but the value is " + values::to_string(a[0]) + ".");
  // Nat, Seq(S) and the like are refused as an argument; these others fail where they are listed.
  const bool lazy = kind == Kind::lazy_difference || kind == Kind::lazy_filter || kind == Kind::lazy_union;
  if (!lazy && !values::is_finite(a[0]))
    node.fail(EvaluationFault::argument,
              "Attempted to compute the cardinality of the infinite set " + values::to_string(a[0]) + ".");
  return values::make_integer(f.context->arena, values::cardinality(f.context->arena, a[0]));
}

Value is_finite_set(const Node& node, Frame&, std::span<const Value> a) {
  if (!values::is_set(a[0].kind())) {
    node.fail(EvaluationFault::not_a_set,
              "The argument of IsFiniteSet must be a set, but it is " + values::to_string(a[0]) + ".");
  }
  return Value::boolean(values::is_finite(a[0]));
}

NativeFunction set_function(Native native) {
  switch (native) {
    case Native::subseteq:
      return subseteq;
    case Native::big_union:
      return big_union;
    case Native::domain:
      return domain;
    case Native::cardinality:
      return cardinality;
    case Native::is_finite_set:
      return is_finite_set;
    default:
      return nullptr;
  }
}

}  // namespace

NativeFunction native_function(Native native) {
  for (const auto find :
       {set_function, sequence_function, bag_function, tlc_function, register_function, behaviour_function,
        random_function, collection_function, sequence_ext_function, mathematics_function, graph_function,
        svg_function, json_function, file_function, program_function}) {
    if (const NativeFunction f = find(native)) return f;
  }
  return nullptr;
}

Value NativeNode::eval(Frame& f) const {
  std::array<Value, most_arguments> values;
  for (std::size_t i = 0; i < arguments_.size(); ++i) values[i] = arguments_[i]->eval(f);
  return placed([&] { return function_(*this, f, {values.data(), arguments_.size()}); });
}

/// Sets that TLC lists stay sets here, but an interval in a set becomes one too: UNION is taken for lazy.
bool NativeNode::listed(Frame& f) const { return native_ != Native::big_union && Node::listed(f); }

std::string NativeNode::show() const { return show_list(native_label(native_), arguments_); }

namespace {

/// What the operator says, which must be TRUE or FALSE.
bool says_yes(const Node& body, Frame& f) {
  const Value v = body.eval(f);
  if (!v.is_boolean())
    body.fail(EvaluationFault::argument,
              "A boolean was expected, but the value is " + values::to_string(v) + ".");
  return v.as_boolean();
}

}  // namespace

Value SelectSeqNode::eval(Frame& f) const {
  const Value s = sequence_operand(*this, f, sequence_->eval(f));
  const OperatorInUse in_use({slot_, test_}, 1, f);
  std::vector<Value> kept;
  for (const Value v : values::range_of(s)) {
    f.slots[slot_] = v;
    if (says_yes(*test_, f)) kept.push_back(v);
  }
  return kept.size() == values::size(s) ? s : values::make_tuple(f.context->arena, kept);
}

Value SortSeqNode::eval(Frame& f) const {
  const Value s = sequence_operand(*this, f, sequence_->eval(f));
  const OperatorInUse in_use({slot_, before_}, 2, f);
  std::vector<Value> sorted(values::range_of(s).begin(), values::range_of(s).end());
  // Insertion sort: stable, and well defined whatever the operator does.
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    const Value v = sorted[i];
    std::size_t j = i;
    for (; j > 0; --j) {
      f.slots[slot_] = v;
      f.slots[slot_ + 1] = sorted[j - 1];
      if (!says_yes(*before_, f)) break;
      sorted[j] = sorted[j - 1];
    }
    sorted[j] = v;
  }
  return values::make_tuple(f.context->arena, sorted);
}

}  // namespace synod::program
