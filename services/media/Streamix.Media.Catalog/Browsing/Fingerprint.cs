using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Catalog.Browsing;

/// <summary>A version for pages made of many rows: what they show.</summary>
internal static class Fingerprint
{
    public static uint Of<T>(T page) => BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(page, JsonDefaults.Options)));
}
