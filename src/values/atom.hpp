// Strings and model values: each distinct one is an Atom with a dense id, so that comparing two is comparing
// words.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace synod::values {

using AtomId = std::uint32_t;

/// A string or a model value.
struct Atom {
  std::string text;
  std::uint64_t hash = 0;   ///< of kind and text: the same in every run
  std::uint64_t start = 0;  ///< the first eight bytes of the text, as a number that orders as they do
  std::uint32_t order = 0;  ///< of a model value: its place in the .cfg; unused for strings
  char type = 0;            ///< of a model value `p_1`: 'p'; 0: untyped
  bool model_value = false;
};

/// All atoms of one run. Adding takes a lock; reading does not. Atoms are never removed and never move.
/// Holds up to 2^24 atoms; more is an InternalError-free EvaluationError(too_large).
class Atoms {
 public:
  Atoms();
  ~Atoms();
  Atoms(const Atoms&) = delete;
  Atoms& operator=(const Atoms&) = delete;

  /// The atom of a string, added when new. Thread-safe.
  AtomId string(std::string_view text);
  /// The atom of a model value, added when new; the order of first calls is the order of the values, and that
  /// of their ids. Thread-safe.
  AtomId model_value(std::string_view text);
  [[nodiscard]] const Atom& get(AtomId id) const {
    return chunks_[id >> chunk_bits].load(std::memory_order_acquire)[id & (chunk_size - 1)];
  }
  /// Whether there is a typed model value.
  [[nodiscard]] bool any_typed() const {
    // Relaxed: whoever has a typed value got it from a thread that wrote this before handing it over.
    return any_typed_.load(std::memory_order_relaxed);
  }
  [[nodiscard]] std::size_t size() const { return count_.load(std::memory_order_acquire); }

 private:
  static constexpr unsigned chunk_bits = 12;
  static constexpr std::size_t chunk_size = std::size_t{1} << chunk_bits;
  static constexpr std::size_t chunk_count = 4096;
  AtomId add(std::string_view text, bool model_value);

  std::unique_ptr<std::atomic<Atom*>[]> chunks_;
  std::atomic<std::size_t> count_{0};
  std::atomic<bool> any_typed_{false};
  std::uint32_t next_model_value_ = 0;
  std::mutex mutex_;
  std::unordered_map<std::string, AtomId> strings_;
  std::unordered_map<std::string, AtomId> model_values_;
};

/// The atoms of this process. One table, because an atom's id stands inside Value words everywhere.
inline Atoms& atoms() {
  static Atoms table;
  return table;
}

}  // namespace synod::values
