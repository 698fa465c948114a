// A folder for files behind memory.
#pragma once

#include <string>

#include "store/page_memory.hpp"

namespace synod::cli {

/// The files have no names, so nothing is left behind, however the run ends. Thread-safe.
class ScratchFolder final : public store::Scratch {
 public:
  explicit ScratchFolder(std::string folder) : folder_(std::move(folder)) {}
  [[nodiscard]] void* map(std::size_t bytes) override;

 private:
  std::string folder_;
};

}  // namespace synod::cli
