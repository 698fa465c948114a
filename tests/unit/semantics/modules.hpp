// Small modules in a temporary folder, and what becomes of them.
#pragma once

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

#include <gtest/gtest.h>

#include "semantics/resolve.hpp"

namespace synod::semantics {

/// A folder of modules. Texts are module bodies; header and end are added, so that the body's first line is
/// line 2.
class Modules {
 public:
  Modules() {
    std::string pattern = (std::filesystem::temp_directory_path() / "synod-semantics-XXXXXX").string();
    folder_ = mkdtemp(pattern.data()) == nullptr ? "." : pattern;
  }
  ~Modules() { std::filesystem::remove_all(folder_); }
  Modules(const Modules&) = delete;
  Modules& operator=(const Modules&) = delete;

  Modules& add(const std::string& name, const std::string& body) {
    return add_text(name, "---- MODULE " + name + " ----\n" + body + "\n====\n");
  }
  Modules& add_text(const std::string& name, const std::string& text) {
    std::ofstream(folder_ / (name + ".tla")) << text;
    return *this;
  }

  [[nodiscard]] std::filesystem::path folder() const { return folder_; }

  /// Resolves a module; errors are in diagnostics().
  std::optional<Spec> resolve(const std::string& root, const ModulePath& path = {}) {
    return semantics::resolve(folder_ / (root + ".tla"), path, sources_, diagnostics_);
  }

  /// All diagnostics of resolving this module, one a line: "Module:line:column: error[code]: message", with
  /// their remarks indented below. Folder names are left out.
  std::string diagnostics(const std::string& root) {
    static_cast<void>(resolve(root));
    std::string text;
    for (const syntax::Diagnostic& diagnostic : diagnostics_.all()) {
      text += place(diagnostic.span) +
              (diagnostic.severity == syntax::Severity::error ? "error[" : "warning[") +
              std::string(syntax::name(diagnostic.code)) + "]: " + diagnostic.message + "\n";
      for (const syntax::Note& note : diagnostic.notes) text += "  " + place(note.span) + note.text + "\n";
    }
    const std::string folder = folder_.string();
    for (std::size_t at = text.find(folder); at != std::string::npos; at = text.find(folder)) {
      text.replace(at, folder.size(), "FOLDER");
    }
    return text;
  }

 private:
  [[nodiscard]] std::string place(const Span& span) const {
    if (!span.known()) return "";
    return sources_.module_name(span.source) + ":" + std::to_string(span.begin.line) + ":" +
           std::to_string(span.begin.column) + ": ";
  }

  std::filesystem::path folder_;
  syntax::SourceMap sources_;
  syntax::Diagnostics diagnostics_;
};

/// The core of one operator of the root, as text: "F(a, b) == a + b".
inline std::string core_of(const Spec& spec, const std::string& name) {
  const auto found = spec.root_operators.find(name);
  if (found == spec.root_operators.end()) return "no operator " + name;
  const Operator& op = *found->second;
  std::string text = op.name;
  for (std::size_t i = 0; i < op.parameters.size(); ++i)
    text += (i == 0 ? "(" : ", ") + op.parameters[i]->name;
  return text + (op.parameters.empty() ? "" : ")") + " == " + print(*op.body);
}

/// The core of one operator of a module with this body.
inline std::string core(const std::string& body, const std::string& name) {
  Modules modules;
  const std::optional<Spec> spec = modules.add("M", body).resolve("M");
  return spec ? core_of(*spec, name) : modules.diagnostics("M");
}

/// The diagnostics of a module with this body.
inline std::string diagnostics_of(const std::string& body) {
  return Modules().add("M", body).diagnostics("M");
}

}  // namespace synod::semantics
