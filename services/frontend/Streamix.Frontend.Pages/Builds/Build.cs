using System.Collections.Frozen;

namespace Streamix.Frontend.Pages.Builds;

/// <summary>A built app as it was read. What is not in it does not exist, whatever a path looks like.</summary>
internal sealed record Build(PageTemplate Page, FrozenDictionary<string, Asset> Assets);
