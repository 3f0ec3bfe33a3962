using System.Net;

namespace Aspire.Hosting.Dcp;

/// <summary>The control plane could not be found, did not start or refused a request.</summary>
internal sealed class ControlPlaneException(string message, Exception? inner = null) : Exception(message, inner)
{
    public HttpStatusCode? Status { get; init; }
}
