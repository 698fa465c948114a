// --dump: the explored graph in a file.
#pragma once

#include <cstdio>
#include <memory>
#include <optional>
#include <string>

#include "explore/state_graph.hpp"
#include "report/graph.hpp"

namespace synod::cli {

/// By the end of a file's name; nothing for a name that has none of `graph_endings`.
[[nodiscard]] std::optional<report::GraphFormat> graph_format(const std::string& path);
/// ".dot, .json or .dump"
[[nodiscard]] std::string graph_endings();

/// Writes a graph as it is told. An error of writing ends the file, never the run. Whatever happens, the file
/// is there when the run ends.
class GraphFile final : public explore::GraphReader {
 public:
  GraphFile(std::string path, std::unique_ptr<report::GraphText> text);

  void state(const explore::GraphState& state) override;
  void step(const explore::GraphStep& step) override;
  [[nodiscard]] bool ready() const override { return problem_.empty(); }
  void end(bool complete) override { complete_ = complete; }
  void cut_short(const std::string& why) override;

  /// Ends the file. Empty when the whole graph is in it, else why not.
  [[nodiscard]] std::string close();

 private:
  void write(const std::string& text);
  void note_failure();

  struct Closing {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::string path_;
  std::unique_ptr<report::GraphText> text_;
  std::unique_ptr<std::FILE, Closing> file_;
  bool complete_ = false;
  std::string problem_;
};

}  // namespace synod::cli
