using System.Text;
using Streamix.Deploy.Manifest;

namespace Streamix.Deploy;

/// <summary>The graph as a Mermaid flowchart: services by cluster, backing resources, and who refers to whom.</summary>
internal static class GraphPicture
{
    public static string Draw(ManifestFile manifest)
    {
        var text = new StringBuilder("flowchart LR\n");
        foreach (var cluster in manifest.Projects.GroupBy(project => project.Name.Split('-')[0]))
        {
            text.Append($"  subgraph {cluster.Key}\n");
            foreach (var project in cluster) text.Append($"    {Id(project.Name)}[{project.Name}]\n");
            text.Append("  end\n");
        }
        foreach (var container in manifest.Resources.Where(resource => resource.IsContainer))
            text.Append($"  {Id(container.Name)}[({container.Name})]\n");
        foreach (var project in manifest.Projects)
            foreach (var target in Targets(manifest, project).Distinct().Where(target => target != project.Name))
                text.Append($"  {Id(project.Name)} --> {Id(target)}\n");
        return text.ToString();
    }

    private static IEnumerable<string> Targets(ManifestFile manifest, ManifestResource resource) =>
        resource.Environment.SelectMany(variable => Referred(manifest, variable.Value));

    /// <summary>Connection strings are looked through to the server behind them.</summary>
    private static IEnumerable<string> Referred(ManifestFile manifest, string expression)
    {
        foreach (var part in Expression.Parse(expression).Where(part => part.IsReference))
        {
            var target = manifest[part.Text.Split('.')[0]];
            if (target.IsProject || target.IsContainer) yield return target.Name;
            else if (target.ConnectionString is { } inner)
                foreach (var further in Referred(manifest, inner)) yield return further;
        }
    }

    private static string Id(string name) => name.Replace('-', '_');
}
