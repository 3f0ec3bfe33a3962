using System.Text.Json.Nodes;

namespace Streamix.Deploy.Manifest;

internal sealed record Binding(string Name, string Scheme, string Transport, int? TargetPort, bool External)
{
    public static Binding From(string name, JsonObject json) =>
        new(name, (string?)json["scheme"] ?? "tcp", (string?)json["transport"] ?? "tcp", (int?)json["targetPort"], (bool?)json["external"] ?? false);
}
