namespace Streamix.Deploy;

/// <summary>The graph asks for something the deployment cannot give; the message says what and where.</summary>
internal sealed class DeployException(string message) : Exception(message);
