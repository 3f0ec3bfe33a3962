using System.Text.Json;

namespace Streamix.ServiceDefaults.Http;

/// <summary>Text we do not take; the serializer adds the path.</summary>
internal sealed class TextException(string reason) : JsonException(null, null)
{
    public string Reason { get; } = reason;
}
