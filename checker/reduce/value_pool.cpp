#include "reduce/value_pool.hpp"

#include <algorithm>

#include "values/hashing.hpp"

namespace synod::reduce {
namespace {

using values::Object;

constexpr std::size_t first_slots = 1024;

std::uint64_t slot_hash(const Object& o) { return values::mix(o.hash + static_cast<std::uint64_t>(o.kind)); }

/// Equality of explicit values, whose form says all. Unlike values::equal it never fails.
bool identical(const Object& a, const Object& b) {
  if (a.hash != b.hash || a.kind != b.kind || a.count != b.count) return false;
  for (std::size_t i = 0; i < a.count; ++i) {
    if (a[i] == b[i]) continue;
    if (a.kind == values::Kind::integer || !a[i].is_object() || !b[i].is_object()) return false;
    if (!identical(*a[i].as_object(), *b[i].as_object())) return false;
  }
  return true;
}

}  // namespace

ValuePool::ValuePool() : slots_(first_slots) {}

Value ValuePool::keep(Value v) {
  if (!v.is_object()) return v;
  const Object& o = *v.as_object();
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = slot_hash(o) & mask; slots_[i] != nullptr; i = (i + 1) & mask) {
    if (slots_[i] == &o || identical(*slots_[i], o)) return Value::object(slots_[i]);
  }
  return add(o);
}

Value ValuePool::add(const Object& o) {
  Object* const copy = arena_.allocate(o.kind, o.count);
  copy->hash = o.hash;
  std::copy(o.items(), o.items() + o.count, copy->items());
  if (o.kind != values::Kind::integer) {
    for (std::size_t i = 0; i < o.count; ++i) copy->items()[i] = keep(o[i]);
  }
  if ((count_ + 1) * 2 > slots_.size()) grow();
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = slot_hash(*copy) & mask;
  while (slots_[i] != nullptr) i = (i + 1) & mask;
  slots_[i] = copy;
  ++count_;
  used_ += sizeof(Object) + o.count * sizeof(Value);
  return Value::object(copy);
}

Value ValuePool::keep_made(Value v) {
  const Value kept = keep(v);
  scratch_.reset();
  return kept;
}

void ValuePool::grow() {
  std::vector<const Object*> old(slots_.size() * 2);
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Object* const o : old) {
    if (o == nullptr) continue;
    std::size_t i = slot_hash(*o) & mask;
    while (slots_[i] != nullptr) i = (i + 1) & mask;
    slots_[i] = o;
  }
}

void ValuePool::clear() {
  arena_.reset();
  slots_.assign(first_slots, nullptr);
  count_ = 0;
  used_ = 0;
}

}  // namespace synod::reduce
