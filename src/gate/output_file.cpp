#include "gate/output_file.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>

namespace synod::gate {

namespace fs = std::filesystem;

std::string write_output_file(const fs::path& file, std::string_view text) {
  const fs::path beside = file.string() + ".new";
  std::ofstream stream(beside, std::ios::binary | std::ios::trunc);
  stream << text;
  stream.close();
  if (!stream) return std::strerror(errno);
  std::error_code error;
  fs::rename(beside, file, error);
  return error ? error.message() : "";
}

}  // namespace synod::gate
