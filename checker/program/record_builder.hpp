// Records that the checker itself builds: what TLCGet and CounterExample give.
#pragma once

#include <string_view>
#include <vector>

#include "program/context.hpp"

namespace synod::program {

class RecordBuilder {
 public:
  explicit RecordBuilder(Context& context) : arena_(context.arena) {}

  RecordBuilder& add(std::string_view field, Value value) {
    names_.push_back(values::atoms().string(std::string(field)));
    values_.push_back(value);
    return *this;
  }
  RecordBuilder& number(std::string_view field, std::uint64_t value) {
    return add(field, values::make_integer(arena_, static_cast<std::int64_t>(value)));
  }
  RecordBuilder& text(std::string_view field, std::string_view value) {
    return add(field, Value::string(values::atoms().string(std::string(value))));
  }
  [[nodiscard]] Value build() const { return values::make_record(arena_, names_, values_); }

 private:
  values::Arena& arena_;
  std::vector<values::AtomId> names_;
  std::vector<Value> values_;
};

/// A step as a value: [name, location], and with parameters [name, location, context, parameters].
[[nodiscard]] Value step_record(Context& context, const ActionLabel& label);
/// The label of the step that led to the state at hand; nothing when it is not known.
[[nodiscard]] std::optional<ActionLabel> label_at_hand(const Context& context);
/// How often each action was taken on the way to the state at hand: a record of numbers.
[[nodiscard]] Value steps_taken(Context& context);

}  // namespace synod::program
