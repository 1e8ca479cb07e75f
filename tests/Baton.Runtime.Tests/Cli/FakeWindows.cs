using Baton.Windows;

namespace Baton.Runtime.Tests.Cli;

/// <summary>A Windows with its service manager: remembers what it is asked, and answers as <c>sc.exe</c> does.</summary>
sealed class FakeWindows(string programData, params string[] answers)
{
    /// <summary>What was asked: the tool and its arguments, joined by blanks.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>The service's state, as the system counts them; null when there is no service.</summary>
    public int? State { get; set; }

    /// <summary>The error that everything ends with.</summary>
    public int Error { get; init; }

    /// <summary>Whether a service may be made.</summary>
    public bool MayCreate { get; init; } = true;

    /// <summary>A service that does not stop when it is told to.</summary>
    public bool IsStubborn { get; init; }

    /// <summary>How the service ended; null while none was run.</summary>
    public int? Served { get; private set; }

    public string ConfigFile => Path.Combine(programData, "ConductorOne", "baton-lab", "config.yaml");

    public string Log => Path.Combine(programData, "ConductorOne", "baton-lab", "baton.log");

    public WindowsHost Host => new()
    {
        ProgramData = programData,
        Program = @"C:\Program Files\Baton\baton-lab.exe",
        Input = new StringReader(string.Join('\n', answers)),
        RunToolAsync = (tool, arguments, _) =>
        {
            Calls.Add($"{tool} {string.Join(' ', arguments)}");
            return Task.FromResult(tool == "sc.exe" && Error != 0 ? new ToolResult(Error, $"[SC] FAILED {Error}") : Answer(tool, arguments));
        },
        ServeAsync = async (name, run) =>
        {
            Calls.Add($"serve {name}");
            Served = await run(CancellationToken.None);
            return Served.Value;
        },
    };

    ToolResult Answer(string tool, IReadOnlyList<string> arguments)
    {
        if (tool != "sc.exe")
            return new(0, "");
        switch (arguments[0])
        {
            case "create" when !MayCreate:
                return new(5, "[SC] OpenSCManager FAILED 5");
            case "create" when State is null:
                State = 1;
                return new(0, "[SC] CreateService SUCCESS");
            case "create":
                return new(1073, "[SC] CreateService FAILED 1073");
            case var _ when State is null:
                return new(1060, "[SC] OpenService FAILED 1060");
            case "start" when State == 4:
                return new(1056, "[SC] StartService FAILED 1056");
            case "start":
                State = 4;
                break;
            case "stop" when State == 1:
                return new(1062, "[SC] ControlService FAILED 1062");
            case "stop":
                State = 3;
                break;
            case "query":
                var text = $"\r\nSERVICE_NAME: baton-lab\r\n        TYPE               : 10  WIN32_OWN_PROCESS\r\n        STATUS             : {State}  {(State == 4 ? "RUNNING" : "STOPPED")}\r\n";
                State = State == 3 && !IsStubborn ? 1 : State; // stops between two looks
                return new(0, text);
            case "delete":
                State = null;
                break;
        }
        return new(0, "[SC] SUCCESS");
    }
}
