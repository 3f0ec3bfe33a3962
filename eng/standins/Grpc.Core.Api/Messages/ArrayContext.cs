using System.Buffers;

namespace Grpc.Core;

/// <summary>Contexts over arrays, for whoever wants bytes outside a call.</summary>
internal static class ArrayContext
{
    public static byte[] Write<T>(T message, Action<T, SerializationContext> serializer)
    {
        var writer = new Writer();
        serializer(message, writer);
        return writer.Payload ?? throw new InvalidOperationException("Serializer did not call Complete.");
    }

    public sealed class Reader(byte[] payload) : DeserializationContext
    {
        public override int PayloadLength => payload.Length;

        public override byte[] PayloadAsNewBuffer() => [.. payload];

        public override ReadOnlySequence<byte> PayloadAsReadOnlySequence() => new(payload);
    }

    private sealed class Writer : SerializationContext
    {
        private readonly ArrayBufferWriter<byte> _buffer = new();

        public byte[]? Payload { get; private set; }

        public override void Complete(byte[] payload) => Payload = payload;

        public override IBufferWriter<byte> GetBufferWriter() => _buffer;

        public override void Complete() => Payload = _buffer.WrittenSpan.ToArray();
    }
}
