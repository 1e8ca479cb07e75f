using System.Globalization;
using Baton.Emulator;
using Baton.Testing;

var port = args is ["--port", var text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 8443;
if (args.Length > 0 && args is not ["--port", _])
{
    Console.Error.WriteLine("usage: baton-c1-emulator [--port PORT]");
    return 2;
}

await using var c1 = await C1Emulator.StartAsync(new() { Port = port, NextPoll = TimeSpan.FromSeconds(2), NextHeartbeat = TimeSpan.FromSeconds(5) });
var output = TextWriter.Synchronized(Console.Out); // several threads tell
c1.Happened += line => output.WriteLine($"{TimeProvider.System.GetLocalNow():HH:mm:ss} {line}");
var prompt = new Prompt(c1, output, Directory.GetCurrentDirectory());
output.WriteLine($"""
    C1 on this machine. Start a connector with

    export BATON_CLIENT_ID='{c1.ClientId}'
    export BATON_CLIENT_SECRET='{c1.ClientSecret}'
    export BATON_C1_API_HOST='{c1.Host}'

    and, for tasks that change something, --provisioning and --ticketing.

    {prompt.Help}

    """);
await prompt.RunAsync(Console.In);
return 0;
