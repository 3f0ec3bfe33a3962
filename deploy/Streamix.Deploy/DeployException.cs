namespace Streamix.Deploy;

/// <summary>The graph asks for something the deployment cannot give; the message says what and where.</summary>
internal class DeployException(string message) : Exception(message);

/// <summary>A managed service has no such property. A connection string that needs it cannot be made; a single variable that shows it is left out.</summary>
internal sealed class AbsentInTheCloudException(string message) : DeployException(message);
