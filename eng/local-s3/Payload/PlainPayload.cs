namespace Streamix.LocalS3.Payload;

internal sealed class PlainPayload(Stream body) : PayloadReader
{
    public override ValueTask<int> ReadAsync(Memory<byte> destination, CancellationToken cancellation) =>
        body.ReadAsync(destination, cancellation);
}
