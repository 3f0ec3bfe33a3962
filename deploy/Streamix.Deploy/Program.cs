using System.Text.Json;
using System.Text.Json.Nodes;
using Streamix.Deploy;
using Streamix.Deploy.Cloud;
using Streamix.Deploy.Manifest;
using Streamix.Deploy.Template;

// template MANIFEST OUTPUT   the CloudFormation template of the graph
// ground MANIFEST OUTPUT [DEPLOYED]   what must be there before the services change; those of the template DEPLOYED stay as they are
// images MANIFEST            one line per image to build: resource, project
// picture MANIFEST README    draws the graph between the marks of the README
try
{
    switch (args)
    {
        case ["template", var manifest, var output]:
            await WriteAsync(EcsDeployment.From(ManifestFile.Read(manifest)), output);
            return 0;
        case ["ground", var manifest, var output]:
            await WriteAsync(EcsDeployment.GroundOf(ManifestFile.Read(manifest), deployed: null), output);
            return 0;
        case ["ground", var manifest, var output, var deployed]:
            var running = JsonNode.Parse(await File.ReadAllTextAsync(deployed)) as JsonObject ?? throw new DeployException($"{deployed} is no template in JSON");
            await WriteAsync(EcsDeployment.GroundOf(ManifestFile.Read(manifest), running), output);
            return 0;
        case ["images", var manifest]:
            foreach (var project in ManifestFile.Read(manifest).Projects) Console.WriteLine($"{project.Name} {project.Path}");
            return 0;
        case ["picture", var manifest, var readme]:
            var marked = await File.ReadAllTextAsync(readme);
            await File.WriteAllTextAsync(readme, ReadmePicture.Replace(marked, GraphPicture.Draw(ManifestFile.Read(manifest))));
            return 0;
        default:
            Console.Error.WriteLine("say: template MANIFEST OUTPUT, ground MANIFEST OUTPUT [DEPLOYED], images MANIFEST, or: picture MANIFEST README");
            return 2;
    }
}
catch (Exception e) when (e is DeployException or IOException or JsonException)
{
    Console.Error.WriteLine($"deploy: {e.Message}");
    return 1;
}

static async Task WriteAsync(CloudTemplate template, string output)
{
    await File.WriteAllTextAsync(output, template.ToJson());
    Console.WriteLine($"{output}: {template.Count} resources");
}
