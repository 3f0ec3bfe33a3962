using Streamix.Discovery.Index;
using Streamix.Discovery.Index.Answers;
using Streamix.Discovery.Index.Queries;
using Streamix.Discovery.Index.Writing;

namespace Streamix.Discovery.Tests.Engines;

/// <summary>An engine with the library in it, and empty ones for tests that write.</summary>
public abstract class EngineUnderTest : IAsyncLifetime
{
    private OwnIndex _library = null!;

    public ISearchEngine Engine => _library.Engine;

    /// <summary>Null where the engine cannot run here.</summary>
    public abstract Task<OwnIndex> NewAsync();

    public async Task InitializeAsync()
    {
        _library = await NewAsync();
        await _library.Writer.PutSynonymsAsync([["sci-fi", "science fiction"], ["wwii", "second world war"]], default);
        await _library.Writer.WriteAsync([.. Library.All.Select(IndexChange.Of)], default);
    }

    public Task DisposeAsync() => _library.DisposeAsync().AsTask();

    internal Task<SearchPage> AskAsync(string? text, Func<SearchQuery, SearchQuery>? with = null) => _library.AskAsync(text, with);
}

/// <summary>An index of a test's own.</summary>
public sealed class OwnIndex(ISearchEngine engine, IIndexWriter writer, IAsyncDisposable resources) : IAsyncDisposable
{
    public ISearchEngine Engine { get; } = engine;

    public IIndexWriter Writer { get; } = writer;

    public ValueTask DisposeAsync() => resources.DisposeAsync();

    /// <summary>As an adult in Germany unless told.</summary>
    public Task<SearchPage> AskAsync(string? text, Func<SearchQuery, SearchQuery>? with = null)
    {
        SearchQuery query = new() { Text = text, Viewer = Library.Adult };
        return Engine.SearchAsync(with?.Invoke(query) ?? query, default);
    }

    public async Task<string[]> TitlesAsync(string? text) => [.. (await AskAsync(text)).Hits.Select(h => h.Document.OriginalTitle)];
}
