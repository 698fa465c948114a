#include "store/dictionary.hpp"

#include <algorithm>
#include <bit>

#include "base/failure.hpp"

namespace synod::store {

bool identical(Value a, Value b) {
  if (a == b) return true;
  if (!a.is_object() || !b.is_object()) return false;
  const values::Object& x = *a.as_object();
  const values::Object& y = *b.as_object();
  if (x.hash != y.hash || x.kind != y.kind || x.count != y.count) return false;
  if (x.handle != 0 && y.handle != 0) return false;  // interned, at different addresses
  // The item of a large integer is not a value but its bits.
  if (x.kind == values::Kind::integer) return x[0] == y[0];
  return std::equal(x.items(), x.items() + x.count, y.items(), identical);
}

Dictionary::Dictionary(values::Interner& interner, std::size_t capacity, bool ranked,
                       std::span<const Value> entries)
    : interner_(interner), entries_(capacity) {
  require(entries.size() <= capacity, "more entries than a dictionary has room for");
  const std::size_t slots = std::bit_ceil(std::max<std::size_t>(8, 2 * capacity));
  slots_ = std::make_unique<std::atomic<Code>[]>(slots);
  mask_ = slots - 1;
  shift_ = 64U - static_cast<unsigned>(std::bit_width(mask_));
  if (ranked) {
    auto ranking = Ranking::of(entries);
    require(ranking.has_value(), "entries of a ranked dictionary that cannot be compared");
    rankings_.push_back(std::make_unique<const Ranking>(std::move(*ranking)));
    ranking_.store(rankings_.back().get(), std::memory_order_release);
  }
  for (const Value v : entries) publish(v, static_cast<Code>(count()));
}

Dictionary::Code Dictionary::add(Value v) {
  const Value interned = interner_.intern(v);
  const std::scoped_lock lock(mutex_);
  const Code known = find(interned);  // another thread may have been faster
  if (known != no_code) return known;
  const std::size_t code = count();
  if (code == entries_.size()) return no_code;
  if (!rankings_.empty()) {
    auto wider = rankings_.back()->with(interned);
    if (!wider) return no_code;
    rankings_.push_back(std::make_unique<const Ranking>(std::move(*wider)));
    ranking_.store(rankings_.back().get(), std::memory_order_release);  // its content comes first
  }
  publish(interned, static_cast<Code>(code));
  return static_cast<Code>(code);
}

void Dictionary::publish(Value v, Code code) {
  entries_[code] = v;
  std::size_t i = home(v);
  // Relaxed: only the holder of the lock writes.
  while (slots_[i & mask_].load(std::memory_order_relaxed) != 0) ++i;
  slots_[i & mask_].store(code + 1, std::memory_order_release);  // the entry comes first
  count_.store(code + std::size_t{1}, std::memory_order_release);
}

std::vector<Value> Dictionary::entries() const {
  const std::size_t known = count();
  return {entries_.begin(), entries_.begin() + static_cast<std::ptrdiff_t>(known)};
}

std::size_t Dictionary::bytes() const {
  return sizeof *this + entries_.size() * sizeof(Value) + (mask_ + 1) * sizeof(Code);
}

}  // namespace synod::store
