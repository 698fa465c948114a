// From file names on the command line to a Model.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/output.hpp"
#include "model/model.hpp"
#include "semantics/core.hpp"
#include "trace/exit_status.hpp"
#include "values/itf.hpp"

namespace synod::cli {

/// The arguments that all subcommands which read a specification share.
struct SpecArguments {
  std::string file;                    ///< SPEC, with or without ".tla"
  std::vector<std::string> libraries;  ///< -I
};

/// State predicates that must stay reachable, and from where: names of definitions.
struct Possibilities {
  std::vector<std::string> possible;  ///< --possible
  std::optional<std::string> from;    ///< --possible-from
};

/// The texts that were read and what was found wrong with them.
struct Reading {
  syntax::SourceMap sources;
  syntax::Diagnostics diagnostics;

  [[nodiscard]] bool failed() const { return diagnostics.has_errors(); }
  [[nodiscard]] trace::ExitStatus exit_status() const { return trace::exit_status(diagnostics); }
};

/// The root module's file.
[[nodiscard]] std::string spec_file(const SpecArguments& arguments);

[[nodiscard]] std::optional<semantics::Spec> load_spec(const SpecArguments& arguments, Reading& reading);

/// Also applies the configuration, drops properties that are TRUE and registers the model values in their
/// order.
[[nodiscard]] std::optional<model::Model> load_model(const SpecArguments& arguments,
                                                     const std::optional<std::string>& config,
                                                     Reading& reading,
                                                     const Possibilities& possibilities = {});

/// Shows all diagnostics and how many there are.
void show_diagnostics(const Reading& reading, Output& output);

[[nodiscard]] values::ModelValueNames model_value_names(const model::Model& model);

}  // namespace synod::cli
