#include "program/operator_nodes.hpp"

#include <algorithm>

#include "program/native.hpp"

namespace synod::program {

namespace {

constexpr const char* folded_names[] = {
    "set", "function", "points", "sequence", "sequence_from_end", "positions", "positions_from_end", "bag"};

/// A function as its points and values.
Value explicit_function(const Node& node, Frame& f, Value v) {
  if (!values::is_function(v.kind()))
    node.fail(EvaluationFault::argument,
              "A function was expected, but the value is " + values::to_string(v) + ".");
  return node.placed([&] { return component(*f.context, v); });
}

void check_set(const Node& node, Value v) {
  if (!values::is_set(v.kind()))
    node.fail(EvaluationFault::argument,
              "A set was expected, but the value is " + values::to_string(v) + ".");
}

bool holds(const Node& node, const InlineOperator& test, Frame& f, Value element) {
  f.slots[test.first_slot] = element;
  const Value v = test.body->eval(f);
  if (!v.is_boolean())
    node.fail(EvaluationFault::argument,
              "The operator should give a boolean, but it gave " + values::to_string(v) + ".");
  return v.as_boolean();
}

}  // namespace

/// A fold under way: what came out so far is in the operator's slot for it.
class FoldNode::Run {
 public:
  Run(const FoldNode& node, Frame& f)
      : frame(f),
        op_(node.plan_.op),
        in_use_(op_, 2, f),
        item_(f.slots[op_.first_slot + (node.plan_.accumulator_first ? 1 : 0)]),
        so_far_(f.slots[op_.first_slot + (node.plan_.accumulator_first ? 0 : 1)]) {
    so_far_ = node.plan_.base->eval(f);
  }

  void take(Value item) {
    const Value before = so_far_;
    item_ = item;
    so_far_ = op_.body->eval(frame);
    if (so_far_ == before || !is_temporary(so_far_)) return;
    ++held_;  // it must outlive its round
    ++frame.context->lazy_fills;
  }
  /// To be called once.
  Value result() {
    frame.context->lazy_fills -= held_;
    return so_far_;
  }

  Frame& frame;

 private:
  const InlineOperator& op_;
  OperatorInUse in_use_;
  Value& item_;
  Value& so_far_;
  std::uint64_t held_ = 0;
};

Value FoldNode::eval(Frame& f) const {
  Run run(*this, f);
  switch (plan_.folded) {
    case Folded::set:
      over_set(run);
      break;
    case Folded::points:
      over_points(run);
      break;
    case Folded::function:
      over_function(run);
      break;
    case Folded::bag:
      over_bag(run);
      break;
    default:
      over_sequence(run);
      break;
  }
  return run.result();
}

void FoldNode::over_set(Run& run) const {
  const Value set = plan_.over->enumerable(run.frame);
  check_enumerable(*plan_.over, set, *this);
  for_each<Temporaries::dropped>(*run.frame.context, set, [&](Value element) {
    run.take(element);
    return true;
  });
}

void FoldNode::over_points(Run& run) const {
  const Value function = plan_.over->eval(run.frame);
  if (!values::is_function(function.kind()))
    fail(EvaluationFault::argument,
         "A function was expected, but the value is " + values::to_string(function) + ".");
  const Value set = plan_.points->enumerable(run.frame);
  check_set(*this, set);
  check_enumerable(*plan_.points, set, *this);
  for_each<Temporaries::dropped>(*run.frame.context, set, [&](Value point) {
    run.take(placed([&] { return values::apply(run.frame.context->arena, function, point); }));
    return true;
  });
}

void FoldNode::over_function(Run& run) const {
  const Value function = explicit_function(*this, run.frame, plan_.over->eval(run.frame));
  RoundScratch scratch(*run.frame.context);
  for (const Value v : values::range_of(function)) {
    evaluation_step();
    run.take(v);
    scratch.end_round();
  }
}

void FoldNode::over_sequence(Run& run) const {
  const Value sequence = sequence_operand(*this, run.frame, plan_.over->eval(run.frame));
  const std::span<const Value> items = values::range_of(sequence);
  const bool backwards =
      plan_.folded == Folded::sequence_from_end || plan_.folded == Folded::positions_from_end;
  const bool positions = plan_.folded == Folded::positions || plan_.folded == Folded::positions_from_end;
  RoundScratch scratch(*run.frame.context);
  for (std::size_t n = 0; n < items.size(); ++n) {
    evaluation_step();
    const std::size_t i = backwards ? items.size() - 1 - n : n;
    run.take(positions ? Value::small_integer(static_cast<std::int64_t>(i) + 1) : items[i]);
    scratch.end_round();
  }
}

void FoldNode::over_bag(Run& run) const {
  const Value bag = explicit_function(*this, run.frame, plan_.over->eval(run.frame));
  RoundScratch scratch(*run.frame.context);
  for (std::size_t i = 0; i < values::size(bag); ++i) {
    const Value element = values::domain_point(bag, i);
    const Value copies = values::range_of(bag)[i];
    if (!copies.is_integer() || copies.as_integer() <= 0)
      fail(EvaluationFault::argument, "A bag was expected, but " + values::to_string(element) +
                                          " occurs in it " + values::to_string(copies) + " times.");
    for (std::int64_t n = copies.as_integer(); n > 0; --n) {
      evaluation_step();
      run.take(element);
      scratch.end_round();
    }
  }
}

std::string FoldNode::show() const {
  std::string out = std::string("fold_") + folded_names[static_cast<int>(plan_.folded)] + "(" +
                    plan_.base->show() + ", " + plan_.over->show();
  if (plan_.points != nullptr) out += ", " + plan_.points->show();
  return out + ", " + plan_.op.body->show() + ")";
}

std::int64_t SelectIndexNode::index(Frame& f, const Node& node) const {
  const Value v = node.eval(f);
  if (!v.is_integer())
    fail(EvaluationFault::not_integer,
         "An index was expected, but the value is " + values::to_string(v) + ".");
  return v.as_integer();
}

Value SelectIndexNode::eval(Frame& f) const {
  const Value sequence = sequence_operand(*this, f, plan_.sequence->eval(f));
  const std::span<const Value> items = values::range_of(sequence);
  const auto length = static_cast<std::int64_t>(items.size());
  const std::int64_t from = plan_.from == nullptr ? 1 : index(f, *plan_.from);
  const std::int64_t to = plan_.to == nullptr ? length : index(f, *plan_.to);
  if (from > to) return Value::small_integer(0);
  for (const std::int64_t end : {from, to}) {
    if (end < 1 || end > length)
      fail(EvaluationFault::argument,
           std::to_string(end) + " is no index of the sequence " + values::to_string(sequence) + ".");
  }
  const OperatorInUse in_use(plan_.test, 1, f);
  for (std::int64_t n = 0; n <= to - from; ++n) {
    evaluation_step();
    const std::int64_t i = plan_.last ? to - n : from + n;
    if (holds(*this, plan_.test, f, items[static_cast<std::size_t>(i - 1)])) return Value::small_integer(i);
  }
  return Value::small_integer(0);
}

std::string SelectIndexNode::show() const {
  std::string out = (plan_.last ? "select_last(" : "select_first(") + plan_.sequence->show();
  if (plan_.from != nullptr) out += ", " + plan_.from->show() + ", " + plan_.to->show();
  return out + ", " + plan_.test.body->show() + ")";
}

Value CountNode::eval(Frame& f) const {
  const Value set = set_->enumerable(f);
  check_set(*this, set);
  check_enumerable(*set_, set, *this);
  const OperatorInUse in_use(test_, 1, f);
  std::int64_t count = 0;
  for_each<Temporaries::dropped>(*f.context, set, [&](Value element) {
    f.slots[test_.first_slot] = element;
    if (test_.body->test(f)) ++count;
    return true;
  });
  return Value::small_integer(count);
}

Value RemoveFirstMatchNode::eval(Frame& f) const {
  const Value sequence = sequence_operand(*this, f, sequence_->eval(f));
  const std::span<const Value> items = values::range_of(sequence);
  const OperatorInUse in_use(test_, 1, f);
  const auto found = std::ranges::find_if(items, [&](Value v) { return holds(*this, test_, f, v); });
  if (found == items.end()) return sequence;
  std::vector<Value> left(items.begin(), found);
  left.insert(left.end(), found + 1, items.end());
  return values::make_tuple(f.context->arena, left);
}

}  // namespace synod::program
