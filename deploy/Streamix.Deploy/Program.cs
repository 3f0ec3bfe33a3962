using System.Text.Json;
using Streamix.Deploy;
using Streamix.Deploy.Cloud;
using Streamix.Deploy.Manifest;

// template MANIFEST OUTPUT   the CloudFormation template of the graph
// images MANIFEST            one line per image to build: resource, project
// picture MANIFEST README    draws the graph between the marks of the README
try
{
    switch (args)
    {
        case ["template", var manifest, var output]:
            var template = EcsDeployment.From(ManifestFile.Read(manifest));
            await File.WriteAllTextAsync(output, template.ToJson());
            Console.WriteLine($"{output}: {template.Count} resources");
            return 0;
        case ["images", var manifest]:
            foreach (var project in ManifestFile.Read(manifest).Projects) Console.WriteLine($"{project.Name} {project.Path}");
            return 0;
        case ["picture", var manifest, var readme]:
            var marked = await File.ReadAllTextAsync(readme);
            await File.WriteAllTextAsync(readme, ReadmePicture.Replace(marked, GraphPicture.Draw(ManifestFile.Read(manifest))));
            return 0;
        default:
            Console.Error.WriteLine("say: template MANIFEST OUTPUT, images MANIFEST, or: picture MANIFEST README");
            return 2;
    }
}
catch (Exception e) when (e is DeployException or IOException or JsonException)
{
    Console.Error.WriteLine($"deploy: {e.Message}");
    return 1;
}
