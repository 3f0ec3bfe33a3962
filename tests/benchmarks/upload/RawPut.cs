namespace Streamix.Benchmarks.Upload;

/// <summary>The whole file in one request.</summary>
internal sealed class RawPut(Store store, SourceFile file) : IContestant
{
    public string Name => "raw PUT, one stream";

    public async Task SendAsync() => await store.PutAsync(await store.SignAsync("raw"), file.Whole());
}
