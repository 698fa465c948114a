// Interned values in a checkpoint. Handles stand in packed states, so a run that goes on must give every
// value the handle that it had: the values are written in the order of their handles, and read into an
// interner that holds nothing yet.
#pragma once

#include <cstdint>
#include <vector>

#include "store/checkpoint.hpp"
#include "values/interner.hpp"
#include "values/value.hpp"

namespace synod::store {

/// Writes all strings, model values and interned values. Nobody may intern meanwhile.
void write_values(CheckpointWriter& to, const values::Interner& interner);
/// One value: a scalar, an interned value, or none.
void write_value(CheckpointWriter& to, values::Value v);

/// Reads values back. Thread-safety as CheckpointReader.
class ValueReader {
 public:
  /// `interner` must be empty, and outlive this. Model values must have been registered before, in the order
  /// of the configuration. Throws CheckpointError, as all functions do.
  ValueReader(CheckpointReader& from, values::Interner& interner);
  [[nodiscard]] values::Value value(CheckpointReader& from) const;

 private:
  [[nodiscard]] values::Value value_of(std::uint64_t written) const;
  void read_object(CheckpointReader& from, values::Arena& arena);

  values::Interner& interner_;
  std::vector<values::Value> atoms_;  // by their ids in the run that wrote
};

}  // namespace synod::store
