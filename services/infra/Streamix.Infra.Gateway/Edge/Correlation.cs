using System.Buffers.Binary;

namespace Streamix.Infra.Gateway.Edge;

/// <summary>One id for everything a request sets off: the caller's if it is a UUID, else a new one.</summary>
internal static class Correlation
{
    public const string Header = "X-Correlation-Id";

    public static string Of(HttpContext context, TimeProvider time, Random random)
    {
        var given = context.Request.Headers[Header];
        return given is [{ Length: 36 } text] && Guid.TryParseExact(text, "D", out _)
            ? text
            : New(time.GetUtcNow(), random).ToString();
    }

    /// <summary>UUIDv7 (RFC 9562). It must be unique, not secret: the system's randomness would cost a call to the kernel each time.</summary>
    private static Guid New(DateTimeOffset now, Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes[6..]);
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)(now.ToUnixTimeMilliseconds() >> 32));
        BinaryPrimitives.WriteUInt32BigEndian(bytes[2..], (uint)now.ToUnixTimeMilliseconds());
        bytes[6] = (byte)(0x70 | bytes[6] & 0x0F);
        bytes[8] = (byte)(0x80 | bytes[8] & 0x3F);
        return new Guid(bytes, bigEndian: true);
    }
}
