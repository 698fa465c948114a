#include "program/logic_nodes.hpp"

#include "program/structure_nodes.hpp"

namespace synod::program {

std::string show_list(const char* name, const std::vector<NodePtr>& items) {
  std::string out = std::string(name) + "(";
  for (std::size_t i = 0; i < items.size(); ++i) out += (i > 0 ? ", " : "") + items[i]->show();
  return out + ")";
}

std::string ConjunctionNode::show() const { return show_list("and", items_); }
std::string DisjunctionNode::show() const { return show_list("or", items_); }

bool EqualityNode::slow(Frame& f, Value a, Value b) const {
  return placed([&] {
    if (const auto same = values::equal_unlisted(f.context->arena, a, b)) return *same;
    return values::equal(component(*f.context, a), component(*f.context, b));
  });
}

namespace {

/// Whether a small explicit set has this very word among its elements; false proves nothing.
bool is_listed(Value set, Value element) {
  constexpr std::size_t few = 16;
  if (set.kind() != Kind::set || values::size(set) > few) return false;
  for (const Value item : values::elements(set)) {
    if (item == element) return true;
  }
  return false;
}

}  // namespace

bool MembershipNode::test(Frame& f) const {
  const Value element = element_->eval(f);
  const Value set = set_->eval(f);
  if (is_listed(set, element)) return in_;
  return placed([&] { return values::contains(f.context->arena, set, element); }) == in_;
}

bool ListedMembershipNode::test(Frame& f) const { return set_.contains(f, element_->eval(f), *this) == in_; }

std::string ListedMembershipNode::show() const {
  return (in_ ? "in(" : "notin(") + element_->show() + ", " + set_.show() + ")";
}

bool FilterMembershipNode::test(Frame& f) const {
  const Value element = element_->eval(f);
  const Value base = base_->eval(f);
  if (!placed([&] { return values::contains(f.context->arena, base, element); })) return !in_;
  f.slots[slot_] = element;
  return predicate_->test(f) == in_;
}

const Node& CaseNode::chosen(Frame& f) const {
  for (const Arm& arm : arms_) {
    if (arm.guard->test(f)) return *arm.value;
  }
  if (other_ == nullptr)
    fail(EvaluationFault::no_case, "A CASE expression has no arm whose condition is true, and no OTHER.");
  return *other_;
}

std::string CaseNode::show() const {
  std::string out = "case(";
  for (const Arm& arm : arms_) out += arm.guard->show() + " -> " + arm.value->show() + "; ";
  return out + (other_ != nullptr ? other_->show() : "none") + ")";
}

bool UnchangedNode::test(Frame& f) const {
  const Value a = current_->eval(f);
  const Value b = next_->eval(f);
  if (a == b) return true;
  return placed([&] { return values::equal(component(*f.context, a), component(*f.context, b)); });
}

}  // namespace synod::program
