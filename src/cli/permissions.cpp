#include "cli/permissions.hpp"

#include <system_error>

#include <fmt/format.h>

namespace synod::cli {

namespace {

CLI::Validator folder_that_opens() {
  const auto check = [](std::string& name) -> std::string {
    try {
      const outside::Folder folder(name);
      return "";
    } catch (const std::system_error& error) {
      return fmt::format("the folder {} cannot be opened: {}", name, error.code().message());
    }
  };
  return {check, ""};
}

}  // namespace

void add_permissions(CLI::App& command, outside::Permissions& permissions) {
  add_reading_permissions(command, permissions);
  command
      .add_option("--allow-write", permissions.writable,
                  "Let the specification write files in this folder and those below; may be given often")
      ->type_name("DIR")
      ->check(folder_that_opens())
      ->allow_extra_args(false);
}

void add_reading_permissions(CLI::App& command, outside::Permissions& permissions) {
  command
      .add_option("--allow-read", permissions.readable,
                  "Let the specification read files in this folder and those below; may be given often")
      ->type_name("DIR")
      ->check(folder_that_opens())
      ->allow_extra_args(false);
  command.add_flag("--allow-exec", permissions.programs, "Let the specification run programs (IOExec)");
  command
      .add_option(
          "--allow-env", permissions.variables,
          "Show the specification this environment variable (IOEnv), or all with '*'; may be given often")
      ->type_name("NAME")
      ->allow_extra_args(false);
}

}  // namespace synod::cli
