// What one worker remembers of an expression's values.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "values/value.hpp"

namespace synod::program {

/// Values of an expression by those of its variables. Keys and values are scalars or interned, so that equal
/// words are equal values and nothing here can outlive what it points to. Not thread-safe.
class ValueTable {
 public:
  static constexpr std::size_t most_variables = 4;
  using Key = std::array<values::Value, most_variables>;  ///< unused places: none
  static constexpr std::int32_t first_credit = 4096;

  /// Whether the table has found often enough what it was asked for; once it has not, it stays unused.
  [[nodiscard]] bool worth_asking() const { return credit_ > 0; }
  /// The value for this key; none when it is not known.
  [[nodiscard]] values::Value find(const Key& key) {
    if (!rows_.empty()) {
      for (std::size_t i = place(key);; i = (i + 1) & (rows_.size() - 1)) {
        const Row& row = rows_[i];
        if (row.value.is_none()) break;
        if (row.key != key) continue;
        credit_ += credit_ < most_credit ? 1 : 0;
        return row.value;
      }
    }
    missed();
    return {};
  }
  /// The table was of no use.
  void missed() { --credit_; }
  /// A full table remembers nothing new: an expression with so many values is not worth the memory.
  [[nodiscard]] bool full() const { return count_ == most_rows; }
  /// Requires a key that is not there and a table that is not full.
  void add(const Key& key, values::Value value);

 private:
  struct Row {
    Key key;
    values::Value value;
  };
  static constexpr std::size_t most_rows = 1024;
  static constexpr std::uint64_t factors[most_variables] = {0x9e3779b97f4a7c15ULL, 0xbf58476d1ce4e5b9ULL,
                                                            0x94d049bb133111ebULL, 0xd6e8feb86659fd93ULL};
  static constexpr std::int32_t most_credit = 1 << 16;

  [[nodiscard]] std::size_t place(const Key& key) const {
    std::uint64_t h = 0;
    // Products that do not wait for each other; unused places add nothing.
    for (std::size_t i = 0; i < key.size(); ++i) h += key[i].bits() * factors[i];
    return (h ^ (h >> 32)) & (rows_.size() - 1);
  }
  void put(const Row& row);

  std::vector<Row> rows_;  ///< open addressing; at most half of them used
  std::size_t count_ = 0;
  std::int32_t credit_ = first_credit;
};

/// The same for an expression that reads the current state too. Its values are those in one state, and may be
/// temporaries. There is room for a few: what is kept cannot be dropped as long as the state is looked at.
class StateTable {
 public:
  using Key = ValueTable::Key;

  [[nodiscard]] bool worth_asking() const { return credit_ > 0; }
  /// The value for this key in this state; none when it is not known.
  [[nodiscard]] values::Value find(std::uint64_t state, const Key& key) {
    if (state_ != state) {
      state_ = state;
      count_ = 0;
    }
    for (std::size_t i = 0; i < count_; ++i) {
      if (rows_[i].key != key) continue;
      credit_ += credit_ < most_credit ? 1 : 0;
      return rows_[i].value;
    }
    missed();
    return {};
  }
  void missed() { --credit_; }
  /// Requires a key that is not there. False when there is no room.
  bool add(std::uint64_t state, const Key& key, values::Value value) {
    if (state_ != state || count_ == rows_.size()) return false;
    rows_[count_++] = {key, value};
    return true;
  }

 private:
  struct Row {
    Key key;
    values::Value value;
  };
  static constexpr std::int32_t most_credit = 1 << 16;

  std::array<Row, 8> rows_;
  std::size_t count_ = 0;
  std::uint64_t state_ = 0;
  std::int32_t credit_ = ValueTable::first_credit;
};

}  // namespace synod::program
