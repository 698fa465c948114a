#include "values/atom.hpp"

#include <xxhash.h>

#include "base/evaluation_error.hpp"

namespace synod::values {

namespace {
constexpr std::uint64_t string_seed = 0x5354;
constexpr std::uint64_t model_value_seed = 0x4d56;

/// Missing bytes count as 0, so that two starts that differ order as their texts do.
std::uint64_t start_of(std::string_view text) {
  std::uint64_t start = 0;
  for (std::size_t i = 0; i < sizeof start; ++i)
    start = start << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  return start;
}
}  // namespace

Atoms::Atoms() : chunks_(std::make_unique<std::atomic<Atom*>[]>(chunk_count)) {}

Atoms::~Atoms() {
  for (std::size_t i = 0; i < chunk_count; ++i) delete[] chunks_[i].load();
}

AtomId Atoms::string(std::string_view text) {
  const std::scoped_lock lock(mutex_);
  auto [place, added] = strings_.try_emplace(std::string(text), AtomId{0});
  if (added) place->second = add(text, false);
  return place->second;
}

AtomId Atoms::model_value(std::string_view text) {
  const std::scoped_lock lock(mutex_);
  auto [place, added] = model_values_.try_emplace(std::string(text), AtomId{0});
  if (added) place->second = add(text, true);
  return place->second;
}

AtomId Atoms::add(std::string_view text, bool model_value) {
  const std::size_t id = count_.load(std::memory_order_relaxed);  // only changed under mutex_
  if (id >= chunk_count * chunk_size)
    throw EvaluationError(EvaluationFault::too_large, "too many different strings");
  auto& chunk = chunks_[id >> chunk_bits];
  // Relaxed: only writers, who hold mutex_, read it here.
  if (chunk.load(std::memory_order_relaxed) == nullptr) {
    chunk.store(new Atom[chunk_size], std::memory_order_release);  // readers find initialised atoms
  }
  Atom& atom = chunk.load(std::memory_order_relaxed)[id & (chunk_size - 1)];
  atom.text = text;
  atom.start = start_of(text);
  atom.hash = XXH3_64bits_withSeed(text.data(), text.size(), model_value ? model_value_seed : string_seed);
  atom.model_value = model_value;
  if (model_value) {
    atom.order = next_model_value_++;
    if (text.size() > 2 && text[1] == '_') atom.type = text[0];
    // Relaxed: the value itself is handed over with whatever ordering its receiver needs.
    if (atom.type != 0) any_typed_.store(true, std::memory_order_relaxed);
  }
  count_.store(id + 1, std::memory_order_release);  // publishes the atom to readers of size()
  return static_cast<AtomId>(id);
}

}  // namespace synod::values
