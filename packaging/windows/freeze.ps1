# Freeze the program on a Windows PC, for a release: .build\windows\dist\gongbao.
# Usage: powershell -ExecutionPolicy Bypass -File packaging\windows\freeze.ps1 [-Python C:\path\to\python.exe]
# Python is python.org's, 3.11, 64 bit: of another maker's the packages would hold other libraries.
param([string]$Python = 'python')

$ErrorActionPreference = 'Stop'
$root = (Resolve-Path (Join-Path $PSScriptRoot '..\..')).Path
$work = Join-Path $root '.build\windows'
$venv = Join-Path $work 'venv'
$inside = Join-Path $venv 'Scripts\python.exe'
Set-Location $root

function Invoke-Checked {
    param([string]$Program, [string[]]$Arguments)
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Program $Arguments : $LASTEXITCODE" }
}

$wanted = 'import sys; sys.exit(sys.version_info[:2] != (3, 11) or sys.maxsize < 2**32)'
Invoke-Checked $Python @('-c', $wanted)
$base = & $Python -c 'import sys; print(sys.base_prefix)'
$signature = Get-AuthenticodeSignature (Join-Path $base 'python311.dll')
if ($signature.Status -ne 'Valid' -or
    $signature.SignerCertificate.Subject -notlike '*Python Software Foundation*') {
    throw "$base is not python.org's Python"
}

$env:PYTHONUTF8 = '1'
$env:PYTHONHASHSEED = '0'
# Modules are stored as they are: to unpack them takes a tenth of the time to the first paint.
$env:PYINSTALLER_ZLIB_COMPRESSION_LEVEL = '0'
$env:SOURCE_DATE_EPOCH = & git log -1 '--format=%ct'
Invoke-Checked $Python @('-m', 'venv', '--clear', $venv)
Invoke-Checked $inside @('-m', 'pip', 'install', '--require-hashes', '--only-binary', ':all:',
    '--requirement', 'packaging\locks\package-windows.txt')
Invoke-Checked $inside @('-m', 'desktop_app', 'build')
Invoke-Checked $inside @('packaging\icon\render.py', '.build\icon')
Invoke-Checked $inside @('-m', 'PyInstaller', '--noconfirm', '--clean',
    '--distpath', (Join-Path $work 'dist'), '--workpath', (Join-Path $work 'pyinstaller'),
    'packaging\pyinstaller\gongbao.spec')
$frozen = Join-Path $work 'dist\gongbao'
Invoke-Checked $inside @('packaging\windows\audit.py', $frozen)
foreach ($platform in 'windows', 'offscreen') {
    Invoke-Checked (Join-Path $frozen 'gongbao.exe') @('selfcheck', '--platform', $platform)
}
