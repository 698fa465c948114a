#include "program/code.hpp"

#include "program/compiler.hpp"

namespace synod::program {

namespace {
/// Constant sets that take no more words of memory are expanded once and then walked as arrays.
constexpr std::uint64_t worth_expanding = 1 << 18;

/// About how many words an element of this set takes, with those of the set itself.
std::uint64_t words_of_an_element(Context& c, Value set) {
  constexpr std::uint64_t usual = 4;
  constexpr std::uint64_t header = sizeof(values::Object) / sizeof(Value) + 1;
  switch (set.kind()) {
    case Kind::powerset:
    case Kind::function_set:
      return header + values::saturating_cardinality(c.arena, (*set.as_object())[0]);
    case Kind::record_set:
    case Kind::product:
      return header + set.as_object()->count;
    default:
      return usual;
  }
}

bool is_worth_expanding(Context& c, Value set) {
  return values::saturating_cardinality(c.arena, set) <= worth_expanding / words_of_an_element(c, set);
}
}  // namespace

Context::Context(const Program::Code& c, values::Interner& i) : code(c), interner(i), outside(c.outside()) {}

void Program::Code::print(const std::string& line) const {
  const std::scoped_lock lock(mutex_);
  if (settings_.print) settings_.print(line);
}

Value Program::Code::keep(Context& c, Value v) const {
  if (!v.is_object()) return v;
  if (values::is_explicit(v)) return interner_.intern(v);
  const std::scoped_lock lock(mutex_);
  return keep_locked(c, v);
}

Value Program::Code::keep_locked(Context& c, Value v) const {
  const values::Object& o = *v.as_object();
  std::vector<Value> items;
  for (const Value item : o.all()) items.push_back(keep(c, item));
  if (o.kind == Kind::lazy_filter || o.kind == Kind::lazy_function) {
    return values::make_lazy(permanent_, o.kind, items[0], values::closure_of(o).copy(permanent_));
  }
  return values::make_symbolic(permanent_, o.kind, items);
}

Value Program::Code::keep_enumerable(Context& c, Value v) const {
  if (!values::is_set(v.kind()) || v.kind() == Kind::set || !values::is_finite(v)) return v;
  const bool chosen = v.kind() == Kind::lazy_filter || v.kind() == Kind::lazy_difference;
  const Value measured = chosen ? (*v.as_object())[0] : v;
  if (!is_worth_expanding(c, measured)) return v;
  return interner_.intern(values::expand(c.arena, v));
}

Entry Program::Code::entry_for(const semantics::Expr& expression) const {
  const std::scoped_lock lock(mutex_);
  auto found = expressions_.find(&expression);
  if (found == expressions_.end()) {
    // Adds nodes under the lock; what workers run meanwhile does not change.
    Compiler compiler(const_cast<Code&>(*this));
    found = expressions_.emplace(&expression, compiler.entry(expression)).first;
  }
  return found->second;
}

std::optional<Value> Program::Code::shared_register(std::int64_t key) const {
  const std::scoped_lock lock(mutex_);
  const auto found = shared_registers_.find(key);
  return found == shared_registers_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Value> Program::Code::shared_register(const std::string& key) const {
  const std::scoped_lock lock(mutex_);
  const auto found = shared_named_registers_.find(key);
  return found == shared_named_registers_.end() ? std::nullopt : std::optional(found->second);
}

Registers Program::Code::shared_registers() const {
  const std::scoped_lock lock(mutex_);
  return shared_registers_;
}

NamedRegisters Program::Code::shared_named_registers() const {
  const std::scoped_lock lock(mutex_);
  return shared_named_registers_;
}

void Program::Code::share_register(std::int64_t key, Value v) const {
  const std::scoped_lock lock(mutex_);
  shared_registers_[key] = v;
}

void Program::Code::share_register(const std::string& key, Value v) const {
  const std::scoped_lock lock(mutex_);
  shared_named_registers_[key] = v;
}

}  // namespace synod::program
