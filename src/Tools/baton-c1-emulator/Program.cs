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
c1.Happened += static line => Console.WriteLine($"{TimeProvider.System.GetLocalNow():HH:mm:ss} {line}");
Console.WriteLine($"""
    C1 on this machine. Start a connector with

    export BATON_CLIENT_ID='{c1.ClientId}'
    export BATON_CLIENT_SECRET='{c1.ClientSecret}'
    export BATON_C1_API_HOST='{c1.Host}'

    {Prompt.Help}

    """);
await new Prompt(c1, Console.Out).RunAsync(Console.In);
return 0;
