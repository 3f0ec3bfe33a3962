using Streamix.Discovery.Index.Answers;
using Streamix.Discovery.Index.Queries;

namespace Streamix.Discovery.Index;

/// <summary>Asks the live index.</summary>
public interface ISearchEngine
{
    /// <summary>One page of what the viewer may see.</summary>
    /// <exception cref="ServiceDefaults.Http.DependencyUnavailableException">The engine does not answer, or nothing was ever indexed.</exception>
    Task<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken);
}
