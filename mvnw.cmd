<# : batch portion
@REM Runs Maven: the installed one when it is 3.8 or newer, otherwise one that is downloaded once,
@REM checked against its published checksum and kept under %USERPROFILE%\.m2\wrapper\dists.
@REM MVNW_REPOURL names the Maven repository to download from; without it the mirror or repository of
@REM %USERPROFILE%\.m2\settings.xml is used, or the one that an installed older Maven was built with.
@ECHO OFF
SETLOCAL
SET "MVNW_SELF=%~f0"
SET "MVNW_MAVEN="
FOR /F "usebackq tokens=1* delims==" %%A IN (`powershell -NoProfile -ExecutionPolicy Bypass -Command "Invoke-Command -NoNewScope -ScriptBlock ([ScriptBlock]::Create((Get-Content -Raw -LiteralPath $env:MVNW_SELF)))"`) DO (
  IF "%%A"=="MAVEN" (SET "MVNW_MAVEN=%%B") ELSE IF "%%B"=="" (ECHO %%A) ELSE (ECHO %%A=%%B)
)
IF NOT DEFINED MVNW_MAVEN EXIT /B 1
CALL "%MVNW_MAVEN%" %*
EXIT /B %ERRORLEVEL%
: end batch / begin powershell #>

$ErrorActionPreference = 'Stop'
$version = '3.9.11'
$userHome = if ($env:MAVEN_USER_HOME) { $env:MAVEN_USER_HOME } else { Join-Path $env:USERPROFILE '.m2' }
$kept = Join-Path $userHome "wrapper\dists\apache-maven-$version"

function Stop-Here([string] $sentence) {
  Write-Output "mvnw: $sentence"
  exit 1
}

function Get-Told([string] $program, [string] $option) {
  $ErrorActionPreference = 'Continue'
  (& $program $option 2>&1 | Out-String)
}

function Get-FirstUrl([xml] $document, [string] $element) {
  $found = $document.SelectSingleNode("//*[local-name()='$element']/*[local-name()='url']")
  if ($found) { $found.InnerText.Trim() }
}

function Get-Repository($installed) {
  if ($env:MVNW_REPOURL) { return $env:MVNW_REPOURL }
  $settings = Join-Path $userHome 'settings.xml'
  if (Test-Path -LiteralPath $settings) {
    [xml] $document = Get-Content -Raw -LiteralPath $settings
    $url = Get-FirstUrl $document 'mirror'
    if (-not $url) { $url = Get-FirstUrl $document 'repository' }
    if ($url) { return $url }
  }
  # Every Maven carries a model that names the repository it uses when nobody names another.
  if ($installed -and ((Get-Told $installed.Source '-v') -match '(?m)^Maven home: *(.+?)\s*$')) {
    $model = Get-ChildItem -Path (Join-Path $Matches[1] 'lib') -Filter 'maven-model-builder-*.jar' | Select-Object -First 1
    if ($model) {
      Add-Type -AssemblyName System.IO.Compression.FileSystem
      $jar = [System.IO.Compression.ZipFile]::OpenRead($model.FullName)
      try {
        $reader = New-Object System.IO.StreamReader($jar.GetEntry('org/apache/maven/model/pom-4.0.0.xml').Open())
        [xml] $document = $reader.ReadToEnd()
        return Get-FirstUrl $document 'repository'
      } finally { $jar.Dispose() }
    }
  }
}

function Save-Maven($installed) {
  $repository = Get-Repository $installed
  if (-not $repository) {
    Stop-Here 'Maven 3.8 or newer is needed: install it (for example by winget or Chocolatey), or set MVNW_REPOURL to the address of a Maven repository to download it from.'
  }
  $archive = $repository.TrimEnd('/') + "/org/apache/maven/apache-maven/$version/apache-maven-$version-bin.zip"
  $apart = "$kept." + [guid]::NewGuid().ToString('N')
  New-Item -ItemType Directory -Force -Path $apart | Out-Null
  try {
    Write-Output "mvnw: downloading Maven $version"
    [Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12
    $client = New-Object System.Net.WebClient
    try {
      $client.DownloadFile($archive, "$apart\maven.zip")
      $client.DownloadFile("$archive.sha512", "$apart\maven.sha512")
    } catch {
      Stop-Here "cannot download $archive; set MVNW_REPOURL to a Maven repository that can be reached, or install Maven 3.8 or newer."
    }
    $published = ((Get-Content -Raw -LiteralPath "$apart\maven.sha512").Trim() -split '\s+')[0]
    if ((Get-FileHash -Algorithm SHA512 -LiteralPath "$apart\maven.zip").Hash -ne $published) {
      Stop-Here "the download of Maven $version does not match its published checksum and was thrown away; try again, or install Maven 3.8 or newer."
    }
    Expand-Archive -LiteralPath "$apart\maven.zip" -DestinationPath $apart
    if (-not (Test-Path -LiteralPath $kept)) { Move-Item -LiteralPath "$apart\apache-maven-$version" -Destination $kept }
  } finally {
    Remove-Item -Recurse -Force -LiteralPath $apart
  }
}

$javac = if ($env:JAVA_HOME) { Join-Path $env:JAVA_HOME 'bin\javac.exe' } else { 'javac' }
$java = if (Get-Command $javac -ErrorAction SilentlyContinue) { Get-Told $javac '-version' } else { '' }
if (-not ($java -match 'javac (\d+)') -or [int] $Matches[1] -lt 17) {
  Stop-Here 'JDK 17 or newer is needed. Install one, or let JAVA_HOME point to it.'
}
$installed = Get-Command mvn -ErrorAction SilentlyContinue | Select-Object -First 1
if ($installed -and ((Get-Told $installed.Source '-v') -match 'Apache Maven (\d+)\.(\d+)')) {
  if ([int] $Matches[1] -gt 3 -or ([int] $Matches[1] -eq 3 -and [int] $Matches[2] -ge 8)) {
    Write-Output ('MAVEN=' + $installed.Source)
    exit 0
  }
}
if (-not (Test-Path -LiteralPath "$kept\bin\mvn.cmd")) { Save-Maven $installed }
Write-Output "MAVEN=$kept\bin\mvn.cmd"
