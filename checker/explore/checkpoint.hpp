// How a search leaves behind what another run can go on from.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

#include "store/checkpoint_values.hpp"

namespace synod::explore {

/// Keeps the last checkpoint of a run. Used by one thread.
class CheckpointKeeper {
 public:
  virtual ~CheckpointKeeper() = default;
  /// Keeps what `content` writes in place of the checkpoint before. When that cannot be done, says why, and
  /// the one before stays; empty otherwise. Must work when there is no memory left.
  virtual std::string save(const std::function<void(store::CheckpointWriter&)>& content) = 0;
  /// The search has ended: nobody needs to go on from here.
  virtual void discard() = 0;
  /// For people: where the checkpoint is.
  [[nodiscard]] virtual std::string place() const = 0;
};

/// The checkpoint of another run, from which a search goes on. Its values have been read already.
struct Resumption {
  store::CheckpointReader& from;
  const store::ValueReader& values;
};

struct CheckpointOptions {
  CheckpointKeeper* keeper = nullptr;         ///< none: no checkpoint is ever written
  std::chrono::duration<double> interval{0};  ///< between checkpoints; 0: only when the search must stop
  bool on_interrupt = false;                  ///< also when the user stops it, not only the system
  const Resumption* resumption = nullptr;     ///< none: the search begins at the initial states
};

/// What became of the checkpoint of a search that stopped before its end.
struct CheckpointNote {
  std::string place;
  std::string problem;                   ///< why the last one was not written; empty when it was
  std::uint64_t levels = 0, states = 0;  ///< that the one describes which is there
  [[nodiscard]] bool exists() const { return levels > 0; }
};

}  // namespace synod::explore
