using Streamix.Discovery.Index.Writing;

namespace Streamix.Discovery.Index.Elastic.Schema;

/// <summary>
/// Settings and mappings of every generation. <c>plain</c> knows no grammar and no stop words; the texts of each language have their stems beside them.
/// Synonyms work on queries only, so that they can change without a rebuild.
/// </summary>
internal static class IndexTemplate
{
    /// <summary>The languages whose grammar Elasticsearch knows, with the name of its analyzer.</summary>
    private static readonly (string Language, string Analyzer)[] Grammars =
    [
        ("ar", "arabic"), ("hy", "armenian"), ("eu", "basque"), ("bn", "bengali"), ("bg", "bulgarian"), ("ca", "catalan"), ("zh", "cjk"), ("ja", "cjk"), ("ko", "cjk"), ("cs", "czech"),
        ("da", "danish"), ("nl", "dutch"), ("en", "english"), ("et", "estonian"), ("fi", "finnish"), ("fr", "french"), ("gl", "galician"), ("de", "german"), ("el", "greek"),
        ("hi", "hindi"), ("hu", "hungarian"), ("id", "indonesian"), ("ga", "irish"), ("it", "italian"), ("lv", "latvian"), ("lt", "lithuanian"), ("nb", "norwegian"),
        ("nn", "norwegian"), ("no", "norwegian"), ("fa", "persian"), ("pt", "portuguese"), ("ro", "romanian"), ("ru", "russian"), ("es", "spanish"), ("sv", "swedish"), ("tr", "turkish"), ("th", "thai"),
    ];

    private static readonly object Keyword = new { type = "keyword" };
    private static readonly object Plain = new { type = "text", analyzer = "plain", search_analyzer = "plain_search" };

    public static object Body { get; } = new
    {
        index_patterns = (string[])[IndexNames.Pattern],
        priority = 500,
        template = new
        {
            settings = new { number_of_shards = 1, auto_expand_replicas = "0-1", analysis = Analysis() },
            mappings = new { dynamic = "false", _meta = new { format = IndexFormat.Current }, dynamic_templates = Texts(), properties = Properties() },
        },
    };

    private static object Analysis() => new
    {
        filter = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["synonyms"] = new { type = "synonym_graph", synonyms_set = IndexNames.Synonyms, updateable = true },
        },
        analyzer = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["plain"] = new { type = "custom", tokenizer = "standard", filter = (string[])["lowercase", "asciifolding"] },
            ["plain_search"] = new { type = "custom", tokenizer = "standard", filter = (string[])["lowercase", "asciifolding", "synonyms"] },
        },
        normalizer = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["folded"] = new { type = "custom", filter = (string[])["lowercase", "asciifolding"] },
        },
    };

    private static object[] Texts() =>
    [
        .. Grammars.Select(g => (object)new Dictionary<string, object>(StringComparer.Ordinal)
        {
            [$"texts_{g.Language}"] = new
            {
                path_match = $"shown.{g.Language}*.*",
                mapping = new { type = "text", analyzer = "plain", search_analyzer = "plain_search", fields = new { stem = new { type = "text", analyzer = g.Analyzer } } },
            },
        }),
        new Dictionary<string, object>(StringComparer.Ordinal) { ["texts"] = new { path_match = "shown.*.*", mapping = Plain } },
        new Dictionary<string, object>(StringComparer.Ordinal) { ["ages"] = new { path_match = "ages.*", mapping = new { type = "byte" } } },
        new Dictionary<string, object>(StringComparer.Ordinal) { ["labels"] = new { path_match = "labels.*", mapping = Keyword } },
    ];

    private static Dictionary<string, object> Properties() => new(StringComparer.Ordinal)
    {
        ["id"] = Keyword,
        ["revision"] = new { type = "long" },
        ["published"] = new { type = "boolean" },
        ["kind"] = Keyword,
        ["format"] = Keyword,
        ["year"] = new { type = "integer" },
        ["released"] = new { type = "integer" },
        ["popularity"] = new { type = "double" },
        ["sort_title"] = new { type = "keyword", normalizer = "folded" },
        ["genres"] = Keyword,
        ["tags"] = Keyword,
        ["languages"] = Keyword,
        ["captions"] = Keyword,
        ["ages"] = new { type = "object", dynamic = "true" },
        ["labels"] = new { type = "object", dynamic = "true" },
        ["windows"] = new { type = "nested", properties = new { territory = Keyword, opens = new { type = "date" }, closes = new { type = "date" } } },
        ["title"] = new { type = "text", analyzer = "plain", search_analyzer = "plain_search", copy_to = "all", fields = new { key = new { type = "keyword", normalizer = "folded" } } },
        ["people"] = new { type = "text", analyzer = "plain", search_analyzer = "plain_search", copy_to = "all" },
        ["extras"] = new { type = "text", analyzer = "plain", search_analyzer = "plain_search", copy_to = "all" },
        ["synopsis"] = new { type = "text", analyzer = "plain", search_analyzer = "plain_search", copy_to = "all" },
        ["all"] = Plain,
        ["shown"] = new { type = "object", dynamic = "true" },
        ["credits"] = new { type = "nested", properties = new { entry = Keyword, person = Keyword, name = Plain } },
        ["document"] = new { type = "object", enabled = false },
    };
}
