#include "program/value_table.hpp"

#include <algorithm>

namespace synod::program {

void ValueTable::add(const Key& key, values::Value value) {
  constexpr std::size_t fewest = 8;
  if (2 * (count_ + 1) > rows_.size()) {
    std::vector<Row> old(std::max(fewest, 2 * rows_.size()));
    old.swap(rows_);
    for (const Row& row : old) {
      if (!row.value.is_none()) put(row);
    }
  }
  put({key, value});
  ++count_;
}

void ValueTable::put(const Row& row) {
  std::size_t i = place(row.key);
  while (!rows_[i].value.is_none()) i = (i + 1) & (rows_.size() - 1);
  rows_[i] = row;
}

}  // namespace synod::program
