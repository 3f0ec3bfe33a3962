namespace Streamix.Media.Tests.Uploads;

/// <summary>A body that ends in the middle.</summary>
internal sealed class BrokenContent(byte[] bytes) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
        throw new HttpRequestException("The connection broke.");
    }

    protected override bool TryComputeLength(out long length)
    {
        length = bytes.Length;
        return true;
    }
}
