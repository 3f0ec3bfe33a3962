using System.ComponentModel;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Streaming.WatchHistory.Watching;

/// <summary>Which part of the history.</summary>
internal sealed record HistoryQuery(
    [property: Description("Only what was watched to its end, or only what was not.")] bool? Completed = null,
    [property: Description("Only episodes of this series."), Example("019c1b7e-5f3a-7c2d-9e41-6a0b8d4f2c17")] Guid? SeriesId = null);
