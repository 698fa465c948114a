#include "values/interner.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <new>
#include <vector>

#include "base/failure.hpp"
#include "values/hashing.hpp"

namespace synod::values {

namespace {

constexpr std::size_t shard_count = 256;  // many more than workers: two rarely meet
constexpr std::size_t smallest_block = std::size_t{4} << 10;
constexpr std::size_t largest_block = std::size_t{64} << 10;
constexpr unsigned chunk_bits = 16;
constexpr std::size_t chunk_size = std::size_t{1} << chunk_bits;

/// Items of an object that is about to be interned: those of the temporary with interned components.
struct Candidate {
  Kind kind;
  std::uint64_t hash;
  std::span<const Value> items;

  [[nodiscard]] bool same(const Object& o) const {
    return o.hash == hash && o.kind == kind && o.count == items.size() &&
           std::memcmp(o.items(), items.data(), items.size_bytes()) == 0;
  }
};

/// One part of the table: open addressing over pointers, with its own lock and its own memory.
class Shard {
 public:
  Shard() : slots_(64) {}
  ~Shard() {
    for (char* block : blocks_) std::free(block);
  }
  Shard(const Shard&) = delete;
  Shard& operator=(const Shard&) = delete;

  template <class NewHandle>
  const Object* find_or_add(const Candidate& c, const NewHandle& new_handle) {
    const std::scoped_lock lock(mutex_);
    if ((count_ + 1) * 4 > slots_.size() * 3) grow();
    std::size_t i = slot_of(c.hash);
    for (; slots_[i] != nullptr; i = (i + 1) & (slots_.size() - 1)) {
      if (c.same(*slots_[i])) return slots_[i];
    }
    Object* o = new (allocate(sizeof(Object) + c.items.size_bytes()))
        Object{c.hash, 0, static_cast<std::uint32_t>(c.items.size()), c.kind, {}, nullptr};
    std::memcpy(o->items(), c.items.data(), c.items.size_bytes());
    o->handle = new_handle(o);
    slots_[i] = o;
    ++count_;
    return o;
  }

  [[nodiscard]] std::size_t bytes() {
    const std::scoped_lock lock(mutex_);
    return bytes_ + slots_.size() * sizeof(Object*);
  }

 private:
  // The lowest bits choose the shard; the slot uses the others.
  [[nodiscard]] std::size_t slot_of(std::uint64_t hash) const {
    return (mix(hash) >> 8) & (slots_.size() - 1);
  }

  void grow() {
    std::vector<Object*> old(slots_.size() * 2);
    old.swap(slots_);
    for (Object* o : old) {
      if (o == nullptr) continue;
      std::size_t i = slot_of(o->hash);
      while (slots_[i] != nullptr) i = (i + 1) & (slots_.size() - 1);
      slots_[i] = o;
    }
  }

  void* allocate(std::size_t bytes) {
    bytes = (bytes + 15) & ~std::size_t{15};
    if (bytes > left_) {
      // As much again as there is: a fixed size would be wasted in most of the many shards.
      const std::size_t size = std::max(bytes, std::clamp(bytes_, smallest_block, largest_block));
      next_ = static_cast<char*>(std::aligned_alloc(16, size));
      if (next_ == nullptr) throw std::bad_alloc();
      blocks_.push_back(next_);
      bytes_ += size;
      left_ = size;
    }
    void* result = next_;
    next_ += bytes;
    left_ -= bytes;
    return result;
  }

  std::mutex mutex_;
  std::vector<Object*> slots_;
  std::size_t count_ = 0;
  std::vector<char*> blocks_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
  std::size_t bytes_ = 0;
};

/// What this thread interned lately: most values of a successor were just seen, so most look-ups take no
/// lock.
struct RecentlyInterned {
  std::uint64_t owner = 0;
  std::array<const Object*, 8192> slots{};
};

std::atomic<std::uint64_t> next_owner{1};

}  // namespace

struct Interner::Impl {
  const std::uint64_t owner = next_owner.fetch_add(1);
  std::array<Shard, shard_count> shards;
  std::unique_ptr<std::atomic<std::atomic<const Object*>*>[]> chunks =
      std::make_unique<std::atomic<std::atomic<const Object*>*>[]>(chunk_size);
  std::mutex chunk_mutex;
  std::atomic<std::uint32_t> next{1};

  ~Impl() {
    for (std::size_t i = 0; i < chunk_size; ++i) delete[] chunks[i].load();
  }

  Handle new_handle(const Object* o) {
    const std::uint32_t h = next.fetch_add(1, std::memory_order_relaxed);  // only uniqueness matters
    require(h != UINT32_MAX, "more than 2^32 interned values");
    auto& place = chunks[h >> chunk_bits];
    auto* chunk = place.load(std::memory_order_acquire);
    if (chunk == nullptr) {
      const std::scoped_lock lock(chunk_mutex);
      chunk = place.load(std::memory_order_relaxed);  // under the lock that orders its writers
      if (chunk == nullptr) {
        chunk = new std::atomic<const Object*>[chunk_size]();
        place.store(chunk, std::memory_order_release);  // readers find it initialised
      }
    }
    chunk[h & (chunk_size - 1)].store(
        o, std::memory_order_release);  // readers of the handle see the object's content
    return h;
  }

  const Object* find_or_add(const Candidate& c) {
    thread_local RecentlyInterned recent;
    if (recent.owner != owner) {
      recent.slots.fill(nullptr);
      recent.owner = owner;
    }
    const std::uint64_t mixed = mix(c.hash);
    const Object*& slot = recent.slots[(mixed >> 8) & (recent.slots.size() - 1)];
    if (slot != nullptr && c.same(*slot)) return slot;
    slot =
        shards[mixed & (shard_count - 1)].find_or_add(c, [this](const Object* o) { return new_handle(o); });
    return slot;
  }

  Value intern(Value v) {
    if (!v.is_object() || v.as_object()->handle != 0) return v;
    const Object& o = *v.as_object();
    if (o.kind == Kind::integer) return Value::object(find_or_add({o.kind, o.hash, o.all()}));
    require(o.kind == Kind::set || o.kind == Kind::tuple || o.kind == Kind::function,
            "only explicit values can be interned");
    // Components first; they are copied to a buffer only when one of them changes.
    std::array<Value, 32> small;
    std::vector<Value> large;
    const Value* items = o.items();
    for (std::size_t i = 0; i < o.count; ++i) {
      const Value item = items[i];
      const Value interned = intern(item);
      if (interned == item) continue;
      if (items == o.items()) {
        Value* copy = small.data();
        if (o.count > small.size()) {
          large.resize(o.count);
          copy = large.data();
        }
        std::memcpy(static_cast<void*>(copy), o.items(), o.count * sizeof(Value));
        items = copy;
      }
      const_cast<Value*>(items)[i] = interned;  // items is the local copy here
    }
    return Value::object(find_or_add({o.kind, o.hash, {items, o.count}}));
  }
};

Interner::Interner() : impl_(std::make_unique<Impl>()) {}
Interner::~Interner() = default;

Value Interner::intern(Value v) { return impl_->intern(v); }

Handle Interner::handle(Value v) {
  if (v.is_object()) return impl_->intern(v).as_object()->handle;
  return impl_->find_or_add({Kind::box, hash(v), {&v, 1}})->handle;
}

const Object* Interner::object(Handle h) const {
  // Acquire pairs with new_handle: whoever has the handle may read the object.
  const auto* chunk = impl_->chunks[h >> chunk_bits].load(std::memory_order_acquire);
  return chunk == nullptr ? nullptr : chunk[h & (chunk_size - 1)].load(std::memory_order_acquire);
}

Value Interner::value(Handle h) const {
  // Acquire as in `object`.
  const Object* o = impl_->chunks[h >> chunk_bits].load(std::memory_order_acquire)[h & (chunk_size - 1)].load(
      std::memory_order_acquire);
  return o->kind == Kind::box ? o->items()[0] : Value::object(o);
}

void Interner::skip_handle() { impl_->next.fetch_add(1); }

std::size_t Interner::count() const { return impl_->next.load() - 1; }

std::size_t Interner::bytes() const {
  std::size_t total = count() * sizeof(const Object*);
  for (Shard& shard : impl_->shards) total += shard.bytes();
  return total;
}

}  // namespace synod::values
