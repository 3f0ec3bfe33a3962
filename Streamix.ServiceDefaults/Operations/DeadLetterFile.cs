using System.Text.Json.Nodes;
using Streamix.ServiceDefaults.Messaging.DeadLetters;

namespace Streamix.ServiceDefaults.Operations;

/// <summary>A dead letter as operators see it.</summary>
/// <param name="Letter">What it is and why it failed.</param>
/// <param name="Body">The event, with what is personal or unknown replaced.</param>
internal sealed record DeadLetterFile(DeadLetterView Letter, JsonNode? Body);
