namespace Streamix.Streaming.Edge.Nginx;

/// <summary>Something this edge cannot do without is not installed.</summary>
internal sealed class NginxMissingException(string message) : Exception(message);
